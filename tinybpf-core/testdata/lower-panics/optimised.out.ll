; ModuleID = 'case'
source_filename = "case"

; Function Attrs: cold noreturn nounwind memory(inaccessiblemem: write)
declare void @llvm.trap() #0

define range(i32 0, 8) i32 @prog(ptr nonnull %ctx) {
entry:
  %a.at = getelementptr i8, ptr %ctx, i64 12
  %a = load i32, ptr %a.at, align 4
  switch i32 %a, label %common.ret [
    i32 0, label %0
    i32 2, label %2
  ]

0:                                                ; preds = %entry
  %1 = call i64 @main.fail()
  br label %common.ret

2:                                                ; preds = %entry
  %3 = call i64 @main.small(i32 2)
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %common.ret, label %5

5:                                                ; preds = %2
  %6 = trunc i64 %3 to i32
  %7 = call i64 @main.small(i32 %6)
  %8 = icmp slt i64 %7, 0
  br i1 %8, label %common.ret, label %calls

calls:                                            ; preds = %5
  %9 = trunc i64 %7 to i32
  br label %common.ret

common.ret:                                       ; preds = %0, %2, %5, %entry, %calls
  %common.ret.op = phi i32 [ %9, %calls ], [ 0, %0 ], [ 0, %entry ], [ 0, %5 ], [ 0, %2 ]
  ret i32 %common.ret.op
}

; Function Attrs: noinline
define internal i64 @main.fail() #1 {
entry:
  ret i64 -1
}

; Function Attrs: noinline
define internal range(i64 -1, 8) i64 @main.small(i32 %a) #1 {
entry:
  %bad = icmp uge i32 %a, 8
  %0 = zext nneg i32 %a to i64
  %common.ret.op = select i1 %bad, i64 -1, i64 %0
  ret i64 %common.ret.op
}

attributes #0 = { cold noreturn nounwind memory(inaccessiblemem: write) }
attributes #1 = { noinline }
