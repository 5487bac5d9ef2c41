; The way out that LLVM put behind the first block goes to the end, where it costs no instruction.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %a = load ptr, ptr %ctx
  %nothing = icmp eq ptr %a, null
  br i1 %nothing, label %out, label %first

out:
  ret i32 0

first:
  %b = load i64, ptr %a
  %none = icmp eq i64 %b, 0
  br i1 %none, label %out, label %second

second:
  store i64 1, ptr %a
  br label %out
}

; Both ways of a choice meet behind the second; the loop's end follows the loop.
define i64 @meet(i64 %x, i64 %n) {
entry:
  %small = icmp ult i64 %x, 10
  br i1 %small, label %low, label %high

end:
  ret i64 %sum

join:
  %y = phi i64 [ %l, %low ], [ %h, %high ]
  br label %loop

loop:
  %i = phi i64 [ 0, %join ], [ %next, %loop ]
  %sum = phi i64 [ %y, %join ], [ %more, %loop ]
  %next = add i64 %i, 1
  %more = add i64 %sum, %i
  %go = icmp ult i64 %next, %n
  br i1 %go, label %loop, label %end

low:
  %l = mul i64 %x, 3
  br label %join

high:
  %h = xor i64 %x, 5
  br label %join
}
