; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @looked_at(ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca i64, align 8
  store i64 7, ptr %e, align 8
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 8, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  %before = load i64, ptr %e, align 8
  store i64 %field, ptr %e, align 8
  %r2 = call i64 inttoptr (i64 25 to ptr)(ptr captures(none) null, ptr captures(none) null, i64 0, ptr captures(none) %e, i64 8) #0
  ret i64 %before
}

define i64 @used_twice(ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca i64, align 8
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 8, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  store i64 %field, ptr %e, align 8
  %r2 = call i64 inttoptr (i64 25 to ptr)(ptr captures(none) null, ptr captures(none) null, i64 0, ptr captures(none) %e, i64 8) #0
  ret i64 %field
}

define i64 @stored_sometimes(ptr %task, i1 %c) {
  %slot = alloca i64, align 8
  %e = alloca i64, align 8
  store i64 7, ptr %e, align 8
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 8, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  br i1 %c, label %yes, label %out

yes:                                              ; preds = %0
  store i64 %field, ptr %e, align 8
  br label %out

out:                                              ; preds = %yes, %0
  %r2 = call i64 inttoptr (i64 25 to ptr)(ptr captures(none) null, ptr captures(none) null, i64 0, ptr captures(none) %e, i64 8) #0
  ret i64 0
}

define i64 @seen_by_others(ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca i64, align 8
  call void @keep(ptr %e)
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 8, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  store i64 %field, ptr %e, align 8
  ret i64 0
}

define i64 @part_of_the_slot(ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca i64, align 8
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 4, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  store i64 %field, ptr %e, align 8
  %r2 = call i64 inttoptr (i64 25 to ptr)(ptr captures(none) null, ptr captures(none) null, i64 0, ptr captures(none) %e, i64 8) #0
  ret i64 0
}

define i64 @submitted_without(ptr %task, i1 %c) {
  %slot = alloca i64, align 8
  %e = call ptr inttoptr (i64 131 to ptr)(ptr captures(none) null, i64 8, i64 0) #0
  store i64 7, ptr %e, align 8
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr captures(none) %slot, i64 8, ptr captures(none) %task) #0
  %field = load i64, ptr %slot, align 8
  br i1 %c, label %yes, label %out

yes:                                              ; preds = %0
  store i64 %field, ptr %e, align 8
  br label %out

out:                                              ; preds = %yes, %0
  call void inttoptr (i64 132 to ptr)(ptr captures(none) %e, i64 0) #0
  ret i64 0
}

declare void @keep(ptr)

attributes #0 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
