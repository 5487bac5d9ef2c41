define i64 @from_zero(i64 %n) {
entry:
  br label %head

head:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %sum = phi i64 [ 0, %entry ], [ %sum.1, %body ]
  %end = icmp eq i64 %i, %n
  br i1 %end, label %done, label %body

body:
  %sum.1 = add i64 %sum, %i
  %next = add i64 %i, 1
  br label %head

done:
  ret i64 %sum
}

; As `range` over a slice has it.
define i64 @from_before(i64 %n) {
entry:
  %last = add i64 %n, -1
  br label %head

head:
  %i = phi i64 [ -1, %entry ], [ %next, %body ]
  %sum = phi i64 [ 0, %entry ], [ %sum.1, %body ]
  %more = icmp ne i64 %i, %last
  br i1 %more, label %body, label %done

body:
  %next = add i64 %i, 1
  %sum.1 = add i64 %sum, %next
  br label %head

done:
  ret i64 %sum
}

; A number that changes in the loop may be passed without being reached.
define i64 @moving(i64 %n) {
entry:
  br label %head

head:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %limit = phi i64 [ %n, %entry ], [ %limit.1, %body ]
  %end = icmp eq i64 %i, %limit
  br i1 %end, label %done, label %body

body:
  %limit.1 = sub i64 %limit, %i
  %next = add i64 %i, 1
  br label %head

done:
  ret i64 %i
}

; It may start behind where it ends.
define i64 @from_one(i64 %n) {
entry:
  br label %head

head:
  %i = phi i64 [ 1, %entry ], [ %next, %body ]
  %end = icmp eq i64 %i, %n
  br i1 %end, label %done, label %body

body:
  %next = add i64 %i, 1
  br label %head

done:
  ret i64 %i
}
