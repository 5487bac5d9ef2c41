; ModuleID = 'case'
source_filename = "case"

@main.table = internal global [8 x i32] zeroinitializer

define range(i32 0, 101) i32 @drop(ptr nonnull %ctx) section "xdp" {
entry:
  %field = getelementptr inbounds nuw { i32, i32 }, ptr %ctx, i32 0, i32 1
  %index = load i32, ptr %field, align 4
  %wide = zext i32 %index to i64
  %out = icmp samesign uge i64 %wide, 8
  br i1 %out, label %common.ret, label %lookup.next

lookup.next:                                      ; preds = %entry
  %element = getelementptr inbounds nuw [8 x i32], ptr @main.table, i32 0, i64 %wide
  %divisor = load i32, ptr %element, align 4
  %zero = icmp eq i32 %divisor, 0
  br i1 %zero, label %common.ret, label %divide.next

common.ret:                                       ; preds = %entry, %lookup.next, %divide.next
  %common.ret.op = phi i32 [ %quotient, %divide.next ], [ 0, %lookup.next ], [ 0, %entry ]
  ret i32 %common.ret.op

divide.next:                                      ; preds = %lookup.next
  %quotient = udiv i32 100, %divisor
  br label %common.ret
}

define i32 @shot(ptr %ctx) section "tc" {
entry:
  ret i32 2
}
