; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@name = internal constant [7 x i8] c"systemd"
@set = constant [4 x i8] c"loop", section ".rodata"

define i64 @branch() {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %1 = load i32, ptr %x, align 4
  %2 = getelementptr inbounds i8, ptr %x, i64 4
  %3 = load i16, ptr %2, align 2
  %4 = getelementptr inbounds i8, ptr %x, i64 6
  %5 = load i8, ptr %4, align 1
  %6 = icmp eq i32 %1, 1953724787
  %7 = icmp eq i16 %3, 28005
  %8 = icmp eq i8 %5, 100
  %9 = and i1 %6, %7
  %10 = and i1 %9, %8
  br i1 %10, label %yes, label %no

yes:                                              ; preds = %0
  ret i64 1

no:                                               ; preds = %0
  ret i64 0
}

define i1 @value(ptr %p) {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %at = getelementptr i8, ptr %x, i64 4
  %1 = load i32, ptr %at, align 4
  %2 = getelementptr inbounds i8, ptr %at, i64 4
  %3 = load i16, ptr %2, align 2
  %4 = load i32, ptr %p, align 4
  %5 = getelementptr inbounds i8, ptr %p, i64 4
  %6 = load i16, ptr %5, align 2
  %7 = xor i32 %1, %4
  %8 = zext i32 %7 to i64
  %9 = xor i16 %3, %6
  %10 = zext i16 %9 to i64
  %11 = or i64 %8, %10
  %12 = icmp eq i64 %11, 0
  %13 = xor i1 %12, true
  ret i1 %13
}

define i1 @loaded() {
  %x = alloca [4 x i8], align 4
  call void @use(ptr %x)
  %1 = load i32, ptr %x, align 4
  %2 = xor i32 %1, 1886351212
  %3 = zext i32 %2 to i64
  %4 = icmp eq i64 %3, 0
  ret i1 %4
}

define i1 @nothing(ptr %p, ptr %q) {
  ret i1 true
}

declare void @use(ptr)
