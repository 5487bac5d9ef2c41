; Comparisons of arrays with each other and with zeros, in the biggest units that both are aligned to.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i1 @whole(ptr %p) {
  %x = alloca [4 x i8], align 8
  call void @use(ptr %x)
  %a = load [4 x i8], ptr %x, align 1
  store i8 0, ptr %x, align 1
  %b = load [4 x i8], ptr %p, align 4
  %a0 = extractvalue [4 x i8] %a, 0
  %b0 = extractvalue [4 x i8] %b, 0
  %c0 = icmp eq i8 %a0, %b0
  %a1 = extractvalue [4 x i8] %a, 1
  %b1 = extractvalue [4 x i8] %b, 1
  %c1 = icmp eq i8 %a1, %b1
  %d1 = and i1 %c0, %c1
  %a2 = extractvalue [4 x i8] %a, 2
  %b2 = extractvalue [4 x i8] %b, 2
  %c2 = icmp eq i8 %a2, %b2
  %d2 = and i1 %d1, %c2
  %a3 = extractvalue [4 x i8] %a, 3
  %b3 = extractvalue [4 x i8] %b, 3
  %c3 = icmp eq i8 %a3, %b3
  %d3 = and i1 %d2, %c3
  ret i1 %d3
}

define i1 @zeros(ptr %p) {
  %a = load [2 x i16], ptr %p, align 2
  %a0 = extractvalue [2 x i16] %a, 0
  %c0 = icmp eq i16 %a0, 0
  %d0 = and i1 true, %c0
  %a1 = extractvalue [2 x i16] %a, 1
  %c1 = icmp eq i16 %a1, 0
  %d1 = and i1 %d0, %c1
  ret i1 %d1
}

; Not all elements, not each with its own, and not of the same arrays.
define i1 @others(ptr %p, ptr %q) {
  %a = load [3 x i8], ptr %p, align 1
  %b = load [3 x i8], ptr %q, align 1
  %c = load [3 x i8], ptr %p, align 1
  %a0 = extractvalue [3 x i8] %a, 0
  %b0 = extractvalue [3 x i8] %b, 0
  %a1 = extractvalue [3 x i8] %a, 1
  %b1 = extractvalue [3 x i8] %b, 1
  %b2 = extractvalue [3 x i8] %b, 2
  %c2 = extractvalue [3 x i8] %c, 2
  %e0 = icmp eq i8 %a0, %b0
  %e1 = icmp eq i8 %a1, %b1
  %e2 = icmp eq i8 %a1, %b2
  %e3 = icmp eq i8 %c2, %b2
  %d1 = and i1 %e0, %e1
  %d2 = and i1 %d1, %e2
  %d3 = and i1 %d1, %e3
  %d4 = and i1 %d2, %d3
  ret i1 %d4
}

declare void @use(ptr)
