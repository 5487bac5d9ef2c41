; Accesses at distances that the verifier finds a bound for, and at others.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%pair = type { i64, [16 x i8] }

@table = external global [10 x i32]
@pairs = external global [4 x %pair]

; By a mask, the width of what was loaded, and a check on the way.
define i32 @bounded(i64 %x, ptr %p) {
entry:
  %masked = and i64 %x, 7
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %masked
  %one = load i32, ptr %a
  %bad = icmp ugt i64 %x, 9
  br i1 %bad, label %out, label %in

in:
  %b = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %x
  %two = load i32, ptr %b
  %below = icmp slt i64 %x, 1
  br i1 %below, label %out, label %more

more:
  %c = getelementptr inbounds i32, ptr @table, i64 %x
  %d = getelementptr inbounds i8, ptr %c, i64 -4
  %three = load i32, ptr %d
  br label %out

out:
  %sum = phi i32 [ %one, %entry ], [ %two, %in ], [ %three, %more ]
  ret i32 %sum
}

; The verifier takes the iterations one by one.
define i32 @counted() {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %new, %loop ]
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %i
  %word = load i32, ptr %a
  %new = add i32 %sum, %word
  %next = add nuw nsw i64 %i, 1
  %more = icmp ult i64 %next, 10
  br i1 %more, label %loop, label %out

out:
  ret i32 %new
}

; Two numbers whose sum is in bounds by what Go knows, and one of which nothing is known at all.
define i32 @related(i64 %x, i64 %y) {
entry:
  %first = and i64 %x, 3
  %second = and i64 %y, 15
  %a = getelementptr inbounds [4 x %pair], ptr @pairs, i64 0, i64 %first
  %b = getelementptr inbounds %pair, ptr %a, i64 0, i32 1, i64 %second
  %fits = load i8, ptr %b
  %c = getelementptr inbounds i8, ptr @table, i64 %first
  %d = getelementptr inbounds i8, ptr %c, i64 %y
  %byte = load i8, ptr %d
  store i8 %fits, ptr %d
  %slot = alloca [16 x i8], align 8
  %e = getelementptr i8, ptr %slot, i64 %y
  %f = getelementptr i8, ptr %e, i64 -1
  store i8 %byte, ptr %f
  %r = load i32, ptr %slot
  ret i32 %r
}

; The check and the index are one number of 8 bits, in memory of which only the caller knows the size.
define i32 @narrow(ptr %p, i8 %i) {
entry:
  %bad = icmp ugt i8 %i, 31
  br i1 %bad, label %out, label %in

in:
  %wide = zext i8 %i to i64
  %a = getelementptr inbounds i8, ptr %p, i64 %wide
  store i8 1, ptr %a
  br label %out

out:
  ret i32 0
}

; LLVM computed the address before the check.
define i32 @early(i64 %x) {
entry:
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %x
  %bad = icmp ugt i64 %x, 9
  br i1 %bad, label %out, label %in

in:
  %word = load i32, ptr %a
  ret i32 %word

out:
  ret i32 0
}

; A fill is an access, too.
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

define void @filled(i64 %index) {
entry:
  %buffer = alloca [16 x i8]
  %at = getelementptr i8, ptr %buffer, i64 %index
  call void @llvm.memset.p0.i64(ptr %at, i8 7, i64 4, i1 false)
  ret void
}

; A variable of the caller.
define i32 @caller(i64 %index) {
entry:
  %buffer = alloca [16 x i8]
  %rest = getelementptr i8, ptr %buffer, i64 4
  %value = call i32 @callee(ptr %rest, i64 %index)
  ret i32 %value
}

define internal i32 @callee(ptr %rest, i64 %index) {
entry:
  %at = getelementptr i8, ptr %rest, i64 %index
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  ret i32 %wide
}
