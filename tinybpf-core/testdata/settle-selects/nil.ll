; What `if eth == nil || ip == nil` becomes.
define i32 @either(ptr %a, ptr %b, ptr %end) {
  %no.a = icmp ugt ptr %a, %end
  %eth = select i1 %no.a, ptr null, ptr %a
  %no.b = icmp ugt ptr %b, %end
  %ip = select i1 %no.b, ptr null, ptr %b
  %no = select i1 %no.a, i1 true, i1 %no.b
  br i1 %no, label %pass, label %there

there:
  store i8 1, ptr %eth
  store i8 2, ptr %ip
  br label %pass

pass:
  %last = phi ptr [ %eth, %there ], [ null, %0 ]
  store ptr %last, ptr %end
  ret i32 0
}

; Both, and not the other way.
define i32 @both(ptr %a, ptr %b, ptr %end) {
  %is.a = icmp ule ptr %a, %end
  %eth = select i1 %is.a, ptr %a, ptr null
  %is.b = icmp ule ptr %b, %end
  %ip = select i1 %is.b, ptr %b, ptr null
  %is = and i1 %is.a, %is.b
  br i1 %is, label %there, label %pass

there:
  store i8 1, ptr %eth
  store i8 2, ptr %ip
  ret i32 1

pass:
  store ptr %eth, ptr %end
  ret i32 0
}

; The way to `pass` says nothing of the address.
define i32 @joined(ptr %a, ptr %end) {
  %no.a = icmp ugt ptr %a, %end
  %eth = select i1 %no.a, ptr null, ptr %a
  %is.a = xor i1 %no.a, true
  br i1 %is.a, label %there, label %pass

there:
  store i8 1, ptr %eth
  br label %pass

pass:
  store ptr %eth, ptr %end
  ret i32 0
}
