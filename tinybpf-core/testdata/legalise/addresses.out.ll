; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%pair = type { i64, [4 x i8] }

define i64 @masked(i64 %x) {
  %slot = alloca [4 x i8], align 8
  call void @use(ptr %slot)
  %i = and i64 %x, 3
  %1 = call i64 asm "", "=r,0"(i64 %i)
  %at = getelementptr inbounds i8, ptr %slot, i64 %1
  %byte = load i8, ptr %at, align 1
  %r = zext i8 %byte to i64
  ret i64 %r
}

define i64 @field(i1 %x) {
  %slot = alloca %pair, align 8
  call void @use(ptr %slot)
  %i = zext i1 %x to i32
  %1 = sext i32 %i to i64
  %2 = call i64 asm "", "=r,0"(i64 %1)
  %at = getelementptr inbounds %pair, ptr %slot, i64 0, i32 1, i64 %2
  %byte = load i8, ptr %at, align 1
  %r = zext i8 %byte to i64
  ret i64 %r
}

define i64 @others(i64 %x, ptr %p) {
  %slot = alloca [4 x i64], align 8
  call void @use(ptr %slot)
  %i = and i64 %x, 3
  %at = getelementptr inbounds i64, ptr %slot, i64 %i
  %word = load i64, ptr %at, align 8
  %j = load i64, ptr %p, align 8
  %byte = getelementptr inbounds i8, ptr %slot, i64 %j
  call void @use(ptr %byte)
  %k = and i64 %x, 7
  %foreign = getelementptr inbounds i8, ptr %p, i64 %k
  call void @use(ptr %foreign)
  ret i64 %word
}

declare void @use(ptr)
