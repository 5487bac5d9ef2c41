; ModuleID = 'case'
source_filename = "case"

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias writeonly captures(none), ptr noalias readonly captures(none), i64, i1 immarg) #0

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memmove.p0.p0.i64(ptr writeonly captures(none), ptr readonly captures(none), i64, i1 immarg) #0

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

define void @short(ptr %p) {
entry:
  %a = alloca [64 x i8], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %a, ptr %p, i64 64, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %a, ptr align 1 %p, i64 64, i1 false)
  call void @llvm.memmove.p0.p0.i64(ptr align 8 %p, ptr align 8 %p, i64 32, i1 false)
  ret void
}

define void @unaligned() {
entry:
  %a = alloca [32 x i8], align 8
  %b = getelementptr inbounds i8, ptr %a, i64 5
  call void @llvm.memset.p0.i64(ptr align 1 %b, i8 0, i64 3, i1 false)
  %0 = getelementptr inbounds i8, ptr %b, i64 3
  call void @llvm.memset.p0.i64(ptr align 8 %0, i8 0, i64 24, i1 false)
  ret void
}

define void @variable(ptr %p, i64 %n, i8 %v) {
entry:
  %a = alloca [64 x i8], align 8
  br label %head.i

head.i:                                           ; preds = %body.i, %entry
  %0 = phi i64 [ 0, %entry ], [ %2, %body.i ]
  %1 = icmp ult i64 %0, %n
  br i1 %1, label %body.i, label %memory.copy.i8.exit

body.i:                                           ; preds = %head.i
  %2 = add i64 %0, 1
  %3 = getelementptr inbounds i8, ptr %p, i64 %0
  %4 = load i8, ptr %3, align 1
  %5 = getelementptr inbounds i8, ptr %a, i64 %0
  store i8 %4, ptr %5, align 1
  br label %head.i

memory.copy.i8.exit:                              ; preds = %head.i
  br label %head.i1

head.i1:                                          ; preds = %body.i2, %memory.copy.i8.exit
  %6 = phi i64 [ 0, %memory.copy.i8.exit ], [ %8, %body.i2 ]
  %7 = icmp ult i64 %6, %n
  br i1 %7, label %body.i2, label %memory.fill.i8.exit

body.i2:                                          ; preds = %head.i1
  %8 = add i64 %6, 1
  %9 = getelementptr inbounds i8, ptr %a, i64 %6
  store i8 %v, ptr %9, align 1
  br label %head.i1

memory.fill.i8.exit:                              ; preds = %head.i1
  ret void
}

define void @long(ptr %p, ptr %q) {
entry:
  br label %head.i

head.i:                                           ; preds = %body.i, %entry
  %0 = phi i64 [ 0, %entry ], [ %2, %body.i ]
  %1 = icmp ult i64 %0, 256
  br i1 %1, label %body.i, label %memory.copy.i64.exit

body.i:                                           ; preds = %head.i
  %2 = add i64 %0, 1
  %3 = getelementptr inbounds i64, ptr %q, i64 %0
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr inbounds i64, ptr %p, i64 %0
  store i64 %4, ptr %5, align 8
  br label %head.i

memory.copy.i64.exit:                             ; preds = %head.i
  br label %head.i1

head.i1:                                          ; preds = %body.i2, %memory.copy.i64.exit
  %6 = phi i64 [ 0, %memory.copy.i64.exit ], [ %8, %body.i2 ]
  %7 = icmp ult i64 %6, 256
  br i1 %7, label %body.i2, label %memory.fill.i64.exit

body.i2:                                          ; preds = %head.i1
  %8 = add i64 %6, 1
  %9 = getelementptr inbounds i64, ptr %p, i64 %6
  store i64 72340172838076673, ptr %9, align 8
  br label %head.i1

memory.fill.i64.exit:                             ; preds = %head.i1
  ret void
}

define void @overlapping(ptr %p, ptr %q) {
entry:
  %up = getelementptr inbounds i8, ptr %p, i64 2
  br label %head.i6

head.i6:                                          ; preds = %body.i7, %entry
  %0 = phi i64 [ 30, %entry ], [ %2, %body.i7 ]
  %1 = icmp ne i64 %0, 0
  br i1 %1, label %body.i7, label %memory.copy_backward.i8.exit8

body.i7:                                          ; preds = %head.i6
  %2 = add i64 %0, -1
  %3 = getelementptr inbounds i8, ptr %p, i64 %2
  %4 = load i8, ptr %3, align 1
  %5 = getelementptr inbounds i8, ptr %up, i64 %2
  store i8 %4, ptr %5, align 1
  br label %head.i6

memory.copy_backward.i8.exit8:                    ; preds = %head.i6
  br label %head.i1

head.i1:                                          ; preds = %body.i2, %memory.copy_backward.i8.exit8
  %6 = phi i64 [ 0, %memory.copy_backward.i8.exit8 ], [ %8, %body.i2 ]
  %7 = icmp ult i64 %6, 30
  br i1 %7, label %body.i2, label %memory.copy.i8.exit3

body.i2:                                          ; preds = %head.i1
  %8 = add i64 %6, 1
  %9 = getelementptr inbounds i8, ptr %up, i64 %6
  %10 = load i8, ptr %9, align 1
  %11 = getelementptr inbounds i8, ptr %p, i64 %6
  store i8 %10, ptr %11, align 1
  br label %head.i1

memory.copy.i8.exit3:                             ; preds = %head.i1
  %12 = ptrtoint ptr %p to i64
  %13 = ptrtoint ptr %q to i64
  %14 = sub i64 %12, %13
  %15 = icmp ult i64 %14, 30
  %16 = select i1 %15, i64 30, i64 0
  %17 = select i1 %15, i64 0, i64 30
  br label %head.i4

head.i4:                                          ; preds = %body.i5, %memory.copy.i8.exit3
  %18 = phi i64 [ %16, %memory.copy.i8.exit3 ], [ %20, %body.i5 ]
  %19 = icmp ne i64 %18, 0
  br i1 %19, label %body.i5, label %memory.copy_backward.i8.exit

body.i5:                                          ; preds = %head.i4
  %20 = add i64 %18, -1
  %21 = getelementptr inbounds i8, ptr %q, i64 %20
  %22 = load i8, ptr %21, align 1
  %23 = getelementptr inbounds i8, ptr %p, i64 %20
  store i8 %22, ptr %23, align 1
  br label %head.i4

memory.copy_backward.i8.exit:                     ; preds = %head.i4
  br label %head.i

head.i:                                           ; preds = %body.i, %memory.copy_backward.i8.exit
  %24 = phi i64 [ 0, %memory.copy_backward.i8.exit ], [ %26, %body.i ]
  %25 = icmp ult i64 %24, %17
  br i1 %25, label %body.i, label %memory.copy.i8.exit

body.i:                                           ; preds = %head.i
  %26 = add i64 %24, 1
  %27 = getelementptr inbounds i8, ptr %q, i64 %24
  %28 = load i8, ptr %27, align 1
  %29 = getelementptr inbounds i8, ptr %p, i64 %24
  store i8 %28, ptr %29, align 1
  br label %head.i

memory.copy.i8.exit:                              ; preds = %head.i
  ret void
}

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: write) }
