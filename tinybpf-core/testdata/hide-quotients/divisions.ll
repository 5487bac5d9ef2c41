; Quotients and remainders are hidden from LLVM, which would drop the bounds checks that the kernel's verifier needs.
; program: prog=xdp

@main.table = internal global [10 x i32] zeroinitializer

declare void @runtime.lookupPanic(ptr)

define i32 @prog(ptr %ctx) {
entry:
  %hash = load i32, ptr %ctx
  %index = urem i32 %hash, 10
  %wide = zext i32 %index to i64
  %bad = icmp uge i64 %wide, 10
  br i1 %bad, label %throw, label %next

next:
  %element = getelementptr inbounds [10 x i32], ptr @main.table, i32 0, i64 %wide
  %value = load i32, ptr %element
  %byte = trunc i32 %value to i8
  %small = sdiv i8 %byte, 3
  %masked = urem i32 %value, 8
  %result = sext i8 %small to i32
  %sum = add i32 %result, %masked
  ret i32 %sum

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}
