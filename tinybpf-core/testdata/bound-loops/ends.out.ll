; ModuleID = 'case'
source_filename = "case"

define i64 @from_zero(i64 %n) {
entry:
  br label %head

head:                                             ; preds = %body, %entry
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %sum = phi i64 [ 0, %entry ], [ %sum.1, %body ]
  %0 = icmp uge i64 %i, %n
  br i1 %0, label %done, label %body

body:                                             ; preds = %head
  %sum.1 = add i64 %sum, %i
  %next = add i64 %i, 1
  br label %head

done:                                             ; preds = %head
  ret i64 %sum
}

define i64 @from_before(i64 %n) {
entry:
  %last = add i64 %n, -1
  br label %head

head:                                             ; preds = %body, %entry
  %i = phi i64 [ -1, %entry ], [ %next, %body ]
  %sum = phi i64 [ 0, %entry ], [ %sum.1, %body ]
  %0 = add i64 %i, 1
  %1 = icmp ult i64 %0, %n
  br i1 %1, label %body, label %done

body:                                             ; preds = %head
  %next = add i64 %i, 1
  %sum.1 = add i64 %sum, %next
  br label %head

done:                                             ; preds = %head
  ret i64 %sum
}

define i64 @moving(i64 %n) {
entry:
  br label %head

head:                                             ; preds = %body, %entry
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %limit = phi i64 [ %n, %entry ], [ %limit.1, %body ]
  %end = icmp eq i64 %i, %limit
  br i1 %end, label %done, label %body

body:                                             ; preds = %head
  %limit.1 = sub i64 %limit, %i
  %next = add i64 %i, 1
  br label %head

done:                                             ; preds = %head
  ret i64 %i
}

define i64 @from_one(i64 %n) {
entry:
  br label %head

head:                                             ; preds = %body, %entry
  %i = phi i64 [ 1, %entry ], [ %next, %body ]
  %end = icmp eq i64 %i, %n
  br i1 %end, label %done, label %body

body:                                             ; preds = %head
  %next = add i64 %i, 1
  br label %head

done:                                             ; preds = %head
  ret i64 %i
}
