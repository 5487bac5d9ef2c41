; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@name = internal constant [4 x i8] c"bash"

define i1 @strings(ptr %p, i64 %n) {
  %1 = icmp eq i64 %n, 4
  %2 = select i1 %1, i64 %n, i64 0
  %3 = call i32 @memcmp(ptr align 1 %p, ptr align 1 @name, i64 %2)
  %4 = icmp eq i32 %3, 0
  %5 = and i1 %1, %4
  ret i1 %5
}

define i1 @bytes(ptr %p) {
  %x = alloca [8 x i8], align 8
  call void @use(ptr %x)
  %1 = call i32 @memcmp(ptr align 1 %p, ptr align 8 %x, i64 8)
  %2 = icmp eq i32 %1, 0
  %3 = and i1 true, %2
  ret i1 %3
}

declare i1 @runtime.stringEqual(ptr, i64, ptr, i64, ptr)

declare i1 @runtime.memequal(ptr, ptr, i64, ptr)

declare void @use(ptr)

declare i32 @memcmp(ptr, ptr, i64)
