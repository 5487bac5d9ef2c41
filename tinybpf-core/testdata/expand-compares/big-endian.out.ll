; ModuleID = 'case'
source_filename = "case"
target datalayout = "E-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfeb"

@name = internal constant [6 x i8] c"mysqld"

define i64 @branch() {
  %x = alloca [16 x i8], align 8
  call void @use(ptr %x)
  %1 = load i32, ptr %x, align 4
  %2 = getelementptr inbounds i8, ptr %x, i64 4
  %3 = load i16, ptr %2, align 2
  %4 = icmp eq i32 %1, 1836675953
  %5 = icmp eq i16 %3, 27748
  %6 = and i1 %4, %5
  br i1 %6, label %yes, label %no

yes:                                              ; preds = %0
  ret i64 1

no:                                               ; preds = %0
  ret i64 0
}

declare void @use(ptr)
