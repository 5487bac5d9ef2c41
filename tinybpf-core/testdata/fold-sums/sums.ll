; As Go has it.
define i32 @plain(i32 %first) {
entry:
  br label %fold

fold:
  %sum = phi i32 [ %first, %entry ], [ %next, %fold ]
  %low = and i32 %sum, 65535
  %high = lshr i32 %sum, 16
  %next = add i32 %low, %high
  %more = icmp ugt i32 %next, 65535
  br i1 %more, label %fold, label %done

done:
  ret i32 %next
}

; The upper half goes around with the sum.
define i32 @halves(i32 %first) {
entry:
  %upper = lshr i32 %first, 16
  %small = icmp eq i32 %upper, 0
  br i1 %small, label %done, label %fold

fold:
  %half = phi i32 [ %half.1, %fold ], [ %upper, %entry ]
  %sum = phi i32 [ %next, %fold ], [ %first, %entry ]
  %low = and i32 %sum, 65535
  %next = add nuw nsw i32 %low, %half
  %half.1 = lshr i32 %next, 16
  %end = icmp eq i32 %half.1, 0
  br i1 %end, label %done, label %fold

done:
  %result = phi i32 [ %first, %entry ], [ %next, %fold ]
  ret i32 %result
}

define i64 @wide(i64 %first) {
entry:
  br label %fold

fold:
  %sum = phi i64 [ %first, %entry ], [ %next, %fold ]
  %low = and i64 %sum, 65535
  %high = lshr i64 %sum, 16
  %next = add i64 %high, %low
  %end = icmp ult i64 %next, 65536
  br i1 %end, label %done, label %fold

done:
  ret i64 %next
}

; The turns are counted: that is another loop.
define i32 @counted(i32 %first) {
entry:
  br label %fold

fold:
  %sum = phi i32 [ %first, %entry ], [ %next, %fold ]
  %turns = phi i32 [ 0, %entry ], [ %turns.1, %fold ]
  %low = and i32 %sum, 65535
  %high = lshr i32 %sum, 16
  %next = add i32 %low, %high
  %turns.1 = add i32 %turns, 1
  %more = icmp ugt i32 %next, 65535
  br i1 %more, label %fold, label %done

done:
  ret i32 %turns.1
}
