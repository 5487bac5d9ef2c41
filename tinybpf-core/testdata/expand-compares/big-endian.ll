; endian: big
; The bytes of constants in the order of the machine.

target datalayout = "E-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfeb"

@name = internal constant [6 x i8] c"mysqld"

define i64 @branch() {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %order = call i32 @memcmp(ptr align 8 %x, ptr align 1 @name, i64 6)
  %same = icmp eq i32 %order, 0
  br i1 %same, label %yes, label %no
yes:
  ret i64 1
no:
  ret i64 0
}

declare void @use(ptr)
declare i32 @memcmp(ptr, ptr, i64)
