; ModuleID = 'case'
source_filename = "case"

; Function Attrs: noinline
define internal i32 @main.unchanged(i32 %a, ptr %context) #0 {
entry:
  %sum = add i32 %a, 3
  ret i32 %sum
}

define i32 @prog(ptr nonnull %ctx) section "tc" {
  %result3 = alloca { i64, i1 }, align 8
  %result2 = alloca { i32, { ptr, i64 } }, align 8
  %1 = alloca i64, align 8
  %2 = load i32, ptr %ctx, align 4
  %3 = call i64 @main.wide(i32 %2, i32 %2, i32 %2, i32 %2, ptr nonnull %1)
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %common.ret, label %5

5:                                                ; preds = %0
  %6 = load i64, ptr %1, align 4
  %7 = call i64 @main.pair(i32 %2, ptr %ctx, ptr nonnull %result2)
  %8 = icmp slt i64 %7, 0
  br i1 %8, label %common.ret, label %entry

entry:                                            ; preds = %5
  %9 = load i32, ptr %result2, align 4
  call void @main.safe(i64 %6, ptr nonnull %result3)
  %10 = getelementptr inbounds { i64, i1 }, ptr %result3, i32 0, i32 1
  %11 = load i1, ptr %10, align 1
  br i1 %11, label %yes, label %common.ret

yes:                                              ; preds = %entry
  %more = call i32 @main.unchanged(i32 %9, ptr undef)
  br label %common.ret

common.ret:                                       ; preds = %0, %5, %entry, %yes
  %common.ret.op = phi i32 [ %more, %yes ], [ 0, %entry ], [ 2, %5 ], [ 2, %0 ]
  ret i32 %common.ret.op
}

; Function Attrs: noinline
define internal range(i64 -1, 9) i64 @main.small(i32 %a) #0 {
entry:
  %bad = icmp uge i32 %a, 8
  %sum = add nuw nsw i32 %a, 1
  %0 = zext nneg i32 %sum to i64
  %common.ret.op = select i1 %bad, i64 -1, i64 %0
  ret i64 %common.ret.op
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.nothing(i32 %a) #0 {
common.ret:
  %0 = call i64 @main.small(i32 %a)
  %1 = icmp slt i64 %0, 0
  %. = select i1 %1, i64 -1, i64 0
  ret i64 %.
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.wide(i32 %a, i32 %b, i32 %c, i32 %d, ptr %0) #0 {
  %2 = call i64 @main.nothing(i32 %a)
  %3 = icmp slt i64 %2, 0
  br i1 %3, label %common.ret, label %entry

common.ret:                                       ; preds = %1, %entry
  %common.ret.op = phi i64 [ 0, %entry ], [ -1, %1 ]
  ret i64 %common.ret.op

entry:                                            ; preds = %1
  %wide = zext i32 %b to i64
  store i64 %wide, ptr %0, align 4
  br label %common.ret
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.pair(i32 %a, ptr nonnull %p, ptr %0) #0 {
  %2 = call i64 @main.small(i32 %a)
  %3 = icmp slt i64 %2, 0
  br i1 %3, label %common.ret, label %entry

common.ret:                                       ; preds = %1, %entry
  %common.ret.op = phi i64 [ 0, %entry ], [ -1, %1 ]
  ret i64 %common.ret.op

entry:                                            ; preds = %1
  %4 = trunc nuw nsw i64 %2 to i32
  %5 = insertvalue { i32, { ptr, i64 } } poison, i32 %4, 0
  %next = load ptr, ptr %p, align 8
  %6 = insertvalue { i32, { ptr, i64 } } %5, ptr %next, 1, 0
  %7 = insertvalue { i32, { ptr, i64 } } %6, i64 7, 1, 1
  store i32 %4, ptr %0, align 4
  %8 = extractvalue { i32, { ptr, i64 } } %7, 1
  %9 = getelementptr inbounds { i32, { ptr, i64 } }, ptr %0, i32 0, i32 1
  %10 = extractvalue { ptr, i64 } %8, 0
  store ptr %10, ptr %9, align 8
  %11 = extractvalue { ptr, i64 } %8, 1
  %12 = getelementptr inbounds { ptr, i64 }, ptr %9, i32 0, i32 1
  store i64 %11, ptr %12, align 4
  br label %common.ret
}

; Function Attrs: noinline
define internal void @main.safe(i64 %a, ptr %0) #0 {
entry:
  %positive = icmp sgt i64 %a, 0
  store i64 %a, ptr %0, align 4
  %1 = getelementptr inbounds { i64, i1 }, ptr %0, i32 0, i32 1
  store i1 %positive, ptr %1, align 1
  ret void
}

attributes #0 = { noinline }
