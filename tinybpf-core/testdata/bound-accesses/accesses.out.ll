; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%pair = type { i64, [16 x i8] }

@table = external global [10 x i32]
@pairs = external global [4 x %pair]

define i32 @bounded(i64 %x, ptr %p) {
entry:
  %masked = and i64 %x, 7
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %masked
  %one = load i32, ptr %a, align 4
  %bad = icmp ugt i64 %x, 9
  br i1 %bad, label %out, label %in

in:                                               ; preds = %entry
  %b = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %x
  %two = load i32, ptr %b, align 4
  %below = icmp slt i64 %x, 1
  br i1 %below, label %out, label %more

more:                                             ; preds = %in
  %c = getelementptr inbounds i32, ptr @table, i64 %x
  %d = getelementptr inbounds i8, ptr %c, i64 -4
  %three = load i32, ptr %d, align 4
  br label %out

out:                                              ; preds = %more, %in, %entry
  %sum = phi i32 [ %one, %entry ], [ %two, %in ], [ %three, %more ]
  ret i32 %sum
}

define i32 @counted() {
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %new, %loop ]
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %i
  %word = load i32, ptr %a, align 4
  %new = add i32 %sum, %word
  %next = add nuw nsw i64 %i, 1
  %more = icmp ult i64 %next, 10
  br i1 %more, label %loop, label %out

out:                                              ; preds = %loop
  ret i32 %new
}

define i32 @related(i64 %x, i64 %y) {
entry:
  %first = and i64 %x, 3
  %second = and i64 %y, 15
  %a = getelementptr inbounds [4 x %pair], ptr @pairs, i64 0, i64 %first
  %b = getelementptr inbounds %pair, ptr %a, i64 0, i32 1, i64 %second
  %fits = load i8, ptr %b, align 1
  %c = getelementptr inbounds i8, ptr @table, i64 %first
  %0 = add i64 %y, %first
  %1 = call i64 asm "", "=r,0"(i64 %0)
  %2 = icmp ugt i64 %1, 39
  %3 = select i1 %2, i64 0, i64 %1
  %4 = getelementptr inbounds i8, ptr @table, i64 %3
  %d = getelementptr inbounds i8, ptr %c, i64 %y
  %byte = load i8, ptr %4, align 1
  store i8 %fits, ptr %4, align 1
  %slot = alloca [16 x i8], align 8
  %e = getelementptr i8, ptr %slot, i64 %y
  %5 = add i64 %y, -1
  %6 = call i64 asm "", "=r,0"(i64 %5)
  %7 = icmp ugt i64 %6, 15
  %8 = select i1 %7, i64 0, i64 %6
  %9 = getelementptr inbounds i8, ptr %slot, i64 %8
  %f = getelementptr i8, ptr %e, i64 -1
  store i8 %byte, ptr %9, align 1
  %r = load i32, ptr %slot, align 4
  ret i32 %r
}

define i32 @narrow(ptr %p, i8 %i) {
entry:
  %0 = zext i8 %i to i64
  %1 = call i64 asm "", "=r,0"(i64 %0)
  %2 = icmp ugt i64 %1, 31
  br i1 %2, label %out, label %in

in:                                               ; preds = %entry
  %a = getelementptr inbounds i8, ptr %p, i64 %1
  store i8 1, ptr %a, align 1
  br label %out

out:                                              ; preds = %in, %entry
  ret i32 0
}

define i32 @early(i64 %x) {
entry:
  %a = getelementptr inbounds [10 x i32], ptr @table, i64 0, i64 %x
  %bad = icmp ugt i64 %x, 9
  br i1 %bad, label %out, label %in

in:                                               ; preds = %entry
  %0 = call i64 asm "", "=r,0"(i64 %x)
  %1 = mul i64 %0, 4
  %2 = getelementptr inbounds i8, ptr @table, i64 %1
  %word = load i32, ptr %2, align 4
  ret i32 %word

out:                                              ; preds = %entry
  ret i32 0
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #0

define void @filled(i64 %index) {
entry:
  %buffer = alloca [16 x i8], align 1
  %0 = call i64 asm "", "=r,0"(i64 %index)
  %1 = icmp ugt i64 %0, 12
  %2 = select i1 %1, i64 0, i64 %0
  %3 = getelementptr inbounds i8, ptr %buffer, i64 %2
  %at = getelementptr i8, ptr %buffer, i64 %index
  call void @llvm.memset.p0.i64(ptr %3, i8 7, i64 4, i1 false)
  ret void
}

define i32 @caller(i64 %index) {
entry:
  %buffer = alloca [16 x i8], align 1
  %rest = getelementptr i8, ptr %buffer, i64 4
  %value = call i32 @callee(ptr %rest, i64 %index)
  ret i32 %value
}

define internal i32 @callee(ptr %rest, i64 %index) {
entry:
  %0 = call i64 asm "", "=r,0"(i64 %index)
  %1 = icmp ugt i64 %0, 11
  %2 = select i1 %1, i64 0, i64 %0
  %3 = getelementptr inbounds i8, ptr %rest, i64 %2
  %at = getelementptr i8, ptr %rest, i64 %index
  %byte = load i8, ptr %3, align 1
  %wide = zext i8 %byte to i32
  ret i32 %wide
}

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: write) }
