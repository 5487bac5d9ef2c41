; ModuleID = 'case'
source_filename = "case"

define range(i32 0, 2) i32 @prog(ptr nonnull %ctx) section "xdp" {
  %1 = alloca [2 x i64], align 8
  %2 = call i64 @swap(ptr nonnull %1)
  %3 = icmp eq i64 %2, 5147369326610837091
  br i1 %3, label %common.ret, label %4

4:                                                ; preds = %0
  %5 = call i64 @pick(ptr %ctx, i32 3)
  %6 = icmp eq i64 %5, 5147369326610837091
  br i1 %6, label %common.ret, label %entry

common.ret:                                       ; preds = %0, %4, %entry
  %common.ret.op = phi i32 [ %10, %entry ], [ 0, %4 ], [ 0, %0 ]
  ret i32 %common.ret.op

entry:                                            ; preds = %4
  %7 = trunc i64 %5 to i32
  %8 = call i1 @odd(i32 %7)
  %9 = call i32 @nothing()
  %10 = zext i1 %8 to i32
  br label %common.ret
}

define weak i32 @below(ptr nonnull %ctx) {
entry:
  %field = getelementptr i8, ptr %ctx, i64 12
  %0 = load i32, ptr %field, align 4
  ret i32 %0
}

define weak i1 @odd(i32 %n) {
entry:
  %0 = trunc i32 %n to i1
  ret i1 %0
}

define weak i64 @swap(ptr %pair) {
entry:
  %nil = icmp eq ptr %pair, null
  br i1 %nil, label %common.ret, label %next

common.ret:                                       ; preds = %entry, %next
  %common.ret.op = phi i64 [ 0, %next ], [ 5147369326610837091, %entry ]
  ret i64 %common.ret.op

next:                                             ; preds = %entry
  store i64 1, ptr %pair, align 4
  br label %common.ret
}

define weak i64 @pick(ptr nonnull %ctx, i32 %index) {
entry:
  %bad = icmp uge i32 %index, 8
  br i1 %bad, label %common.ret, label %last

common.ret:                                       ; preds = %entry, %last
  %common.ret.op = phi i64 [ %1, %last ], [ 5147369326610837091, %entry ]
  ret i64 %common.ret.op

last:                                             ; preds = %entry
  %0 = call i32 @below(ptr %ctx)
  %1 = zext i32 %0 to i64
  br label %common.ret
}

define weak i32 @nothing() {
entry:
  ret i32 0
}
