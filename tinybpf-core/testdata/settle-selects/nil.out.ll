; ModuleID = 'case'
source_filename = "case"

define i32 @either(ptr %a, ptr %b, ptr %end) {
  %no.a = icmp ugt ptr %a, %end
  %no.b = icmp ugt ptr %b, %end
  %no = select i1 %no.a, i1 true, i1 %no.b
  br i1 %no, label %pass, label %there

there:                                            ; preds = %0
  store i8 1, ptr %a, align 1
  store i8 2, ptr %b, align 1
  br label %pass

pass:                                             ; preds = %there, %0
  %last = phi ptr [ %a, %there ], [ null, %0 ]
  store ptr %last, ptr %end, align 8
  ret i32 0
}

define i32 @both(ptr %a, ptr %b, ptr %end) {
  %is.a = icmp ule ptr %a, %end
  %eth = select i1 %is.a, ptr %a, ptr null
  %is.b = icmp ule ptr %b, %end
  %is = and i1 %is.a, %is.b
  br i1 %is, label %there, label %pass

there:                                            ; preds = %0
  store i8 1, ptr %a, align 1
  store i8 2, ptr %b, align 1
  ret i32 1

pass:                                             ; preds = %0
  store ptr %eth, ptr %end, align 8
  ret i32 0
}

define i32 @joined(ptr %a, ptr %end) {
  %no.a = icmp ugt ptr %a, %end
  %eth = select i1 %no.a, ptr null, ptr %a
  %is.a = xor i1 %no.a, true
  br i1 %is.a, label %there, label %pass

there:                                            ; preds = %0
  store i8 1, ptr %eth, align 1
  br label %pass

pass:                                             ; preds = %there, %0
  store ptr %eth, ptr %end, align 8
  ret i32 0
}
