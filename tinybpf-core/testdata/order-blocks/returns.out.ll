; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %a = call i64 inttoptr (i64 5 to ptr)()
  switch i64 %a, label %on [
    i64 1, label %0
    i64 2, label %0
    i64 3, label %more
  ]

on:                                               ; preds = %entry
  %b = call i64 inttoptr (i64 5 to ptr)()
  %zero = icmp eq i64 %b, 0
  br i1 %zero, label %2, label %more

more:                                             ; preds = %on, %entry
  %c = call i64 inttoptr (i64 5 to ptr)()
  %d = trunc i64 %c to i32
  %big = icmp ugt i64 %c, 100
  br i1 %big, label %ret, label %last

last:                                             ; preds = %more
  br label %0

0:                                                ; preds = %last, %entry, %entry
  ret i32 -1

ret:                                              ; preds = %more
  %1 = phi i32 [ %d, %more ]
  ret i32 %1

2:                                                ; preds = %on
  ret i32 2
}

define i32 @constants(i1 %x) {
entry:
  br i1 %x, label %a, label %1

a:                                                ; preds = %entry
  br label %0

0:                                                ; preds = %a
  ret i32 2

1:                                                ; preds = %entry
  ret i32 1
}
