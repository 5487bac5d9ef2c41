; ModuleID = 'case'
source_filename = "case"

@table = internal global [4 x i32] zeroinitializer

define i32 @prog(ptr nonnull %ctx) section "tc" {
entry:
  %result = alloca { ptr, i1 }, align 8
  %slot = alloca [2 x i32], align 4
  %a = load i32, ptr %ctx, align 4
  %bad.i = icmp uge i32 %a, 8
  br i1 %bad.i, label %common.ret, label %0

0:                                                ; preds = %entry
  store i32 %a, ptr %slot, align 4
  %1 = getelementptr i8, ptr %slot, i64 4
  %2 = call i64 @main.found(i32 %a, ptr nonnull %result)
  %3 = icmp slt i64 %2, 0
  br i1 %3, label %common.ret, label %main.chained.exit

common.ret:                                       ; preds = %0, %entry, %main.chained.exit
  %common.ret.op = phi i32 [ %sum, %main.chained.exit ], [ 2, %entry ], [ 2, %0 ]
  ret i32 %common.ret.op

main.chained.exit:                                ; preds = %0
  %4 = load ptr, ptr %result, align 8
  %v = load i32, ptr %1, align 4
  %w = load i32, ptr %4, align 4
  %sum = add i32 %v, %w
  br label %common.ret
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.found(i32 %a, ptr %0) #0 {
entry:
  %bad = icmp uge i32 %a, 4
  br i1 %bad, label %common.ret, label %next

common.ret:                                       ; preds = %entry, %next
  %common.ret.op = phi i64 [ 0, %next ], [ -1, %entry ]
  ret i64 %common.ret.op

next:                                             ; preds = %entry
  %p = getelementptr i32, ptr @table, i32 %a
  store ptr %p, ptr %0, align 8
  %1 = getelementptr inbounds { ptr, i1 }, ptr %0, i32 0, i32 1
  store i1 true, ptr %1, align 1
  br label %common.ret
}

attributes #0 = { noinline }
