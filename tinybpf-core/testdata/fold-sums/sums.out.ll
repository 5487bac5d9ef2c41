; ModuleID = 'case'
source_filename = "case"

define i32 @plain(i32 %first) {
entry:
  br label %fold

fold:                                             ; preds = %entry
  %0 = phi i32 [ %first, %entry ]
  %low = and i32 %0, 65535
  %high = lshr i32 %0, 16
  %next = add i32 %low, %high
  %more = icmp ugt i32 %next, 65535
  %1 = and i32 %next, 65535
  %2 = lshr i32 %next, 16
  %3 = add i32 %1, %2
  br label %done

done:                                             ; preds = %fold
  ret i32 %3
}

define i32 @halves(i32 %first) {
entry:
  %upper = lshr i32 %first, 16
  %small = icmp eq i32 %upper, 0
  br i1 %small, label %done, label %fold

fold:                                             ; preds = %entry
  %0 = phi i32 [ %upper, %entry ]
  %1 = phi i32 [ %first, %entry ]
  %low = and i32 %1, 65535
  %next = add nuw nsw i32 %low, %0
  %half.1 = lshr i32 %next, 16
  %end = icmp eq i32 %half.1, 0
  %2 = and i32 %next, 65535
  %3 = lshr i32 %next, 16
  %4 = add i32 %2, %3
  br label %done

done:                                             ; preds = %fold, %entry
  %result = phi i32 [ %first, %entry ], [ %4, %fold ]
  ret i32 %result
}

define i64 @wide(i64 %first) {
entry:
  br label %fold

fold:                                             ; preds = %entry
  %0 = phi i64 [ %first, %entry ]
  %low = and i64 %0, 65535
  %high = lshr i64 %0, 16
  %next = add i64 %high, %low
  %end = icmp ult i64 %next, 65536
  %1 = and i64 %next, 65535
  %2 = lshr i64 %next, 16
  %3 = add i64 %1, %2
  %4 = and i64 %3, 65535
  %5 = lshr i64 %3, 16
  %6 = add i64 %4, %5
  %7 = and i64 %6, 65535
  %8 = lshr i64 %6, 16
  %9 = add i64 %7, %8
  %10 = and i64 %9, 65535
  %11 = lshr i64 %9, 16
  %12 = add i64 %10, %11
  br label %done

done:                                             ; preds = %fold
  ret i64 %12
}

define i32 @counted(i32 %first) {
entry:
  br label %fold

fold:                                             ; preds = %fold, %entry
  %sum = phi i32 [ %first, %entry ], [ %next, %fold ]
  %turns = phi i32 [ 0, %entry ], [ %turns.1, %fold ]
  %low = and i32 %sum, 65535
  %high = lshr i32 %sum, 16
  %next = add i32 %low, %high
  %turns.1 = add i32 %turns, 1
  %more = icmp ugt i32 %next, 65535
  br i1 %more, label %fold, label %done

done:                                             ; preds = %fold
  ret i32 %turns.1
}
