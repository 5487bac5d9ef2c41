; Calls that LLVM must not merge: the verifier keeps one map and one function for each instruction.
@values = global [20 x i8] zeroinitializer
@flows = global [20 x i8] zeroinitializer

declare i64 @main.bpfForEachMapElem(ptr, ptr, ptr, i64, ptr)
declare void @main.bpfTailCall(ptr, ptr, i32, ptr)
declare i64 @main.bpfMapDeleteElem(ptr, ptr, ptr)

define i32 @prog(ptr %ctx) {
entry:
  %0 = call i64 @main.bpfForEachMapElem(ptr @values, ptr @main.each.callback, ptr null, i64 0, ptr undef)
  %1 = call i64 @main.bpfForEachMapElem(ptr @flows, ptr @main.each.callback, ptr null, i64 0, ptr undef)
  call void @main.bpfTailCall(ptr %ctx, ptr @flows, i32 1, ptr undef)
  %2 = call i64 @main.bpfMapDeleteElem(ptr @flows, ptr %ctx, ptr undef)
  ret i32 0
}

define internal i64 @main.each.callback(ptr %m, ptr %key, ptr %value, ptr %ctx) {
entry:
  ret i64 0
}
