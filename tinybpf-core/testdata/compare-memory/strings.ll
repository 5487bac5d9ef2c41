; The runtime's comparisons of strings and of bytes.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@name = internal constant [4 x i8] c"bash"

define i1 @strings(ptr %p, i64 %n) {
  %same = call i1 @runtime.stringEqual(ptr %p, i64 %n, ptr @name, i64 4, ptr undef)
  ret i1 %same
}

define i1 @bytes(ptr %p) {
  %x = alloca [8 x i8], align 8
  call void @use(ptr %x)
  %same = call i1 @runtime.memequal(ptr %p, ptr %x, i64 8, ptr undef)
  ret i1 %same
}

declare i1 @runtime.stringEqual(ptr, i64, ptr, i64, ptr)
declare i1 @runtime.memequal(ptr, ptr, i64, ptr)
declare void @use(ptr)
