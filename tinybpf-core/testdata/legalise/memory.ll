declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

; What the back end writes out stays; a move that cannot overlap is a copy.
define void @short(ptr %p) {
entry:
  %a = alloca [64 x i8], align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %a, ptr %p, i64 64, i1 false)
  call void @llvm.memmove.p0.p0.i64(ptr align 8 %a, ptr %p, i64 64, i1 false)
  call void @llvm.memmove.p0.p0.i64(ptr align 8 %p, ptr align 8 %p, i64 32, i1 false)
  ret void
}

; A fill that starts inside a word.
define void @unaligned() {
entry:
  %a = alloca [32 x i8], align 8
  %b = getelementptr inbounds i8, ptr %a, i64 5
  call void @llvm.memset.p0.i64(ptr align 1 %b, i8 0, i64 27, i1 false)
  ret void
}

; Of a length that the program computes.
define void @variable(ptr %p, i64 %n, i8 %v) {
entry:
  %a = alloca [64 x i8], align 8
  call void @llvm.memmove.p0.p0.i64(ptr align 8 %a, ptr %p, i64 %n, i1 false)
  call void @llvm.memset.p0.i64(ptr align 8 %a, i8 %v, i64 %n, i1 false)
  ret void
}

; Longer than the back end writes out, in words.
define void @long(ptr %p, ptr %q) {
entry:
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %p, ptr align 8 %q, i64 2048, i1 false)
  call void @llvm.memset.p0.i64(ptr align 8 %p, i8 1, i64 2048, i1 false)
  ret void
}

; Within one object, upwards and downwards, and where that is not known.
define void @overlapping(ptr %p, ptr %q) {
entry:
  %up = getelementptr inbounds i8, ptr %p, i64 2
  call void @llvm.memmove.p0.p0.i64(ptr %up, ptr %p, i64 30, i1 false)
  call void @llvm.memmove.p0.p0.i64(ptr %p, ptr %up, i64 30, i1 false)
  call void @llvm.memmove.p0.p0.i64(ptr %p, ptr %q, i64 30, i1 false)
  ret void
}
