; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i1 @length(ptr %p, ptr %q, i64 %n) {
  br label %head.i

head.i:                                           ; preds = %next.i, %0
  %1 = phi i64 [ 0, %0 ], [ %8, %next.i ]
  %2 = icmp ult i64 %1, %n
  br i1 %2, label %body.i, label %memory.compare.exit

body.i:                                           ; preds = %head.i
  %3 = getelementptr inbounds i8, ptr %p, i64 %1
  %4 = load i8, ptr %3, align 1
  %5 = getelementptr inbounds i8, ptr %q, i64 %1
  %6 = load i8, ptr %5, align 1
  %7 = icmp eq i8 %4, %6
  br i1 %7, label %next.i, label %memory.compare.exit

next.i:                                           ; preds = %body.i
  %8 = add i64 %1, 1
  br label %head.i

memory.compare.exit:                              ; preds = %head.i, %body.i
  %9 = phi i32 [ 0, %head.i ], [ 1, %body.i ]
  %same = icmp eq i32 %9, 0
  ret i1 %same
}

define i1 @many(ptr %p, ptr %q) {
  br label %head.i

head.i:                                           ; preds = %next.i, %0
  %1 = phi i64 [ 0, %0 ], [ %8, %next.i ]
  %2 = icmp ult i64 %1, 40
  br i1 %2, label %body.i, label %memory.compare.exit

body.i:                                           ; preds = %head.i
  %3 = getelementptr inbounds i8, ptr %p, i64 %1
  %4 = load i8, ptr %3, align 1
  %5 = getelementptr inbounds i8, ptr %q, i64 %1
  %6 = load i8, ptr %5, align 1
  %7 = icmp eq i8 %4, %6
  br i1 %7, label %next.i, label %memory.compare.exit

next.i:                                           ; preds = %body.i
  %8 = add i64 %1, 1
  br label %head.i

memory.compare.exit:                              ; preds = %head.i, %body.i
  %9 = phi i32 [ 0, %head.i ], [ 1, %body.i ]
  %same = icmp eq i32 %9, 0
  ret i1 %same
}

define i32 @order(ptr %p, ptr %q) {
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 4)
  ret i32 %order
}

declare i32 @memcmp(ptr, ptr, i64)
