; A length that is only known when the program runs, and more bytes than are written out. The order itself is not for this pass.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i1 @length(ptr %p, ptr %q, i64 %n) {
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 %n)
  %same = icmp eq i32 %order, 0
  ret i1 %same
}

define i1 @many(ptr %p, ptr %q) {
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 40)
  %same = icmp eq i32 %order, 0
  ret i1 %same
}

define i32 @order(ptr %p, ptr %q) {
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 4)
  ret i32 %order
}

declare i32 @memcmp(ptr, ptr, i64)
