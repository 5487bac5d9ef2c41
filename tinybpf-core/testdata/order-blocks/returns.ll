; Each constant gets a return of its own, what is computed keeps the old one.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %a = call i64 inttoptr (i64 5 to ptr)()
  switch i64 %a, label %on [
    i64 1, label %ret
    i64 2, label %ret
    i64 3, label %more
  ]

on:
  %b = call i64 inttoptr (i64 5 to ptr)()
  %zero = icmp eq i64 %b, 0
  br i1 %zero, label %ret, label %more

more:
  %c = call i64 inttoptr (i64 5 to ptr)()
  %d = trunc i64 %c to i32
  %big = icmp ugt i64 %c, 100
  br i1 %big, label %ret, label %last

last:
  br label %ret

ret:
  %r = phi i32 [ -1, %entry ], [ -1, %entry ], [ 2, %on ], [ %d, %more ], [ -1, %last ]
  ret i32 %r
}

define i32 @constants(i1 %x) {
entry:
  br i1 %x, label %a, label %ret

a:
  br label %ret

ret:
  %r = phi i32 [ 1, %entry ], [ 2, %a ]
  ret i32 %r
}
