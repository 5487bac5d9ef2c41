; ModuleID = 'case'
source_filename = "case"

@main.table = internal global [10 x i32] zeroinitializer

declare void @runtime.lookupPanic(ptr)

define i32 @prog(ptr %ctx) {
entry:
  %hash = load i32, ptr %ctx, align 4
  %index = urem i32 %hash, 10
  %0 = zext i32 %index to i64
  %1 = call i64 asm "", "=r,0"(i64 %0)
  %2 = trunc i64 %1 to i32
  %wide = zext i32 %2 to i64
  %bad = icmp uge i64 %wide, 10
  br i1 %bad, label %throw, label %next

next:                                             ; preds = %entry
  %element = getelementptr inbounds [10 x i32], ptr @main.table, i32 0, i64 %wide
  %value = load i32, ptr %element, align 4
  %byte = trunc i32 %value to i8
  %small = sdiv i8 %byte, 3
  %3 = zext i8 %small to i64
  %4 = call i64 asm "", "=r,0"(i64 %3)
  %5 = trunc i64 %4 to i8
  %masked = urem i32 %value, 8
  %result = sext i8 %5 to i32
  %sum = add i32 %result, %masked
  ret i32 %sum

throw:                                            ; preds = %entry
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}
