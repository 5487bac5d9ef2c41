; Comparisons of constant length, with a constant and without.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@name = internal constant [7 x i8] c"systemd"
@set = constant [4 x i8] c"loop", section ".rodata"

define i64 @branch() {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %order = call i32 @memcmp(ptr align 8 %x, ptr align 1 @name, i64 7)
  %same = icmp eq i32 %order, 0
  br i1 %same, label %yes, label %no
yes:
  ret i64 1
no:
  ret i64 0
}

define i1 @value(ptr %p) {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %at = getelementptr i8, ptr %x, i64 4
  %order = call i32 @memcmp(ptr %at, ptr align 4 %p, i64 6)
  %differ = icmp ne i32 %order, 0
  ret i1 %differ
}

; Loaders may set it.
define i1 @loaded() {
  %x = alloca [4 x i8], align 4
  call void @use(ptr %x)
  %order = call i32 @memcmp(ptr align 4 %x, ptr align 4 @set, i64 4)
  %same = icmp eq i32 %order, 0
  ret i1 %same
}

define i1 @nothing(ptr %p, ptr %q) {
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 0)
  %same = icmp eq i32 %order, 0
  ret i1 %same
}

declare void @use(ptr)
declare i32 @memcmp(ptr, ptr, i64)
