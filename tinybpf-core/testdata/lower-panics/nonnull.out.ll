; ModuleID = 'case'
source_filename = "case"

@main.table = internal global [8 x i32] zeroinitializer

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

; Function Attrs: noinline
define internal i32 @main.known(ptr nonnull %p, ptr %context) #0 {
entry:
  %value = load i32, ptr %p, align 4
  ret i32 %value
}

define internal i64 @main.callback(i32 %index, ptr nonnull %p, ptr %context) {
entry:
  store i32 %index, ptr %p, align 4
  ret i64 0
}

define i32 @prog(ptr nonnull %ctx) {
  %1 = call i32 @main.known(ptr %ctx, ptr undef)
  %2 = call i32 @main.known(ptr getelementptr inbounds ([8 x i32], ptr @main.table, i32 0, i32 2), ptr undef)
  %3 = call i64 @main.bpfLoop(i32 8, ptr @main.callback, ptr @main.table, i64 0, ptr undef)
  %4 = call ptr @main.bpfMapLookupElem(ptr @main.table, ptr nonnull %ctx, ptr undef)
  %5 = call i64 @main.unknown(ptr %4)
  %6 = icmp slt i64 %5, 0
  br i1 %6, label %common.ret, label %entry

entry:                                            ; preds = %0
  %nil = icmp eq ptr %4, null
  br i1 %nil, label %common.ret, label %yes

common.ret:                                       ; preds = %0, %entry, %yes
  %common.ret.op = phi i32 [ %2, %entry ], [ %d, %yes ], [ 2, %0 ]
  ret i32 %common.ret.op

yes:                                              ; preds = %entry
  %d = call i32 @main.known(ptr %4, ptr undef)
  br label %common.ret
}

; Function Attrs: noinline
define internal range(i64 -1, 4294967296) i64 @main.unknown(ptr %p) #0 {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %common.ret, label %next

common.ret:                                       ; preds = %entry, %next
  %common.ret.op = phi i64 [ %0, %next ], [ -1, %entry ]
  ret i64 %common.ret.op

next:                                             ; preds = %entry
  %value = load i32, ptr %p, align 4
  %0 = zext i32 %value to i64
  br label %common.ret
}

attributes #0 = { noinline }
