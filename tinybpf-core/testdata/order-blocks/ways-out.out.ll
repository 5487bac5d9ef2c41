; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %a = load ptr, ptr %ctx, align 8
  %nothing = icmp eq ptr %a, null
  br i1 %nothing, label %out, label %first

first:                                            ; preds = %entry
  %b = load i64, ptr %a, align 8
  %none = icmp eq i64 %b, 0
  br i1 %none, label %out, label %second

second:                                           ; preds = %first
  store i64 1, ptr %a, align 8
  br label %out

out:                                              ; preds = %second, %first, %entry
  ret i32 0
}

define i64 @meet(i64 %x, i64 %n) {
entry:
  %small = icmp ult i64 %x, 10
  br i1 %small, label %low, label %high

low:                                              ; preds = %entry
  %l = mul i64 %x, 3
  br label %join

high:                                             ; preds = %entry
  %h = xor i64 %x, 5
  br label %join

join:                                             ; preds = %high, %low
  %y = phi i64 [ %l, %low ], [ %h, %high ]
  br label %loop

loop:                                             ; preds = %loop, %join
  %i = phi i64 [ 0, %join ], [ %next, %loop ]
  %sum = phi i64 [ %y, %join ], [ %more, %loop ]
  %next = add i64 %i, 1
  %more = add i64 %sum, %i
  %go = icmp ult i64 %next, %n
  br i1 %go, label %loop, label %end

end:                                              ; preds = %loop
  ret i64 %sum
}
