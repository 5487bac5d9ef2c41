; ModuleID = 'case'
source_filename = "case"

%main.IPv4 = type { i16, i16, [4 x i8], [4 x i8] }
%main.Event = type { i32, [4 x i8], [6 x i8], [2 x i8] }

declare void @main.bpfUse(ptr, ptr)

define i32 @copies(ptr %a, ptr %b) section "xdp" {
entry:
  call void @llvm.memcpy.p0.p0.i64(ptr align 4 %b, ptr align 4 %a, i64 64, i1 false)
  call void @llvm.memset.p0.i64(ptr align 4 %a, i8 0, i64 64, i1 false)
  ret i32 0
}

define i32 @swaps(ptr %a, ptr %b) section "xdp" {
entry:
  %aside = alloca [32 x i8], align 1
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %aside, ptr align 1 %a, i64 32, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %a, ptr align 1 %b, i64 32, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %b, ptr align 1 %aside, i64 32, i1 false)
  ret i32 0
}

define i32 @stays(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load [4 x i32], ptr %a, align 4
  store [4 x i32] %v, ptr %b, align 4
  %w = load [8 x i32], ptr %a, align 4
  call void @llvm.memcpy.p0.p0.i64(ptr align 4 %b, ptr align 4 %a, i64 32, i1 false)
  %x = extractvalue [8 x i32] %w, 3
  ret i32 %x
}

declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)

define i32 @fields(ptr %p, ptr %e) section "xdp" {
entry:
  %from = getelementptr inbounds %main.IPv4, ptr %p, i32 0, i32 2
  %to = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  %0 = load [2 x i16], ptr %from, align 2
  store [2 x i16] %0, ptr %to, align 2
  %1 = load [1 x i32], ptr %to, align 4
  store i32 0, ptr %e, align 4
  %slot = alloca [4 x i8], align 4
  store [1 x i32] %1, ptr %slot, align 4
  ret i32 0
}

define i32 @unaligned(ptr %p, ptr %e, i64 %i) section "xdp" {
entry:
  %v = load [4 x i8], ptr %p, align 1
  %to = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  store [4 x i8] %v, ptr %to, align 1
  %odd = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 2, i64 %i
  %w = load [2 x i8], ptr %odd, align 1
  store [2 x i8] %w, ptr %to, align 1
  ret i32 0
}

define i32 @record(ptr %map, ptr %p) section "xdp" {
entry:
  %record = call ptr @main.bpfRingbufReserve(ptr %map, i64 16, i64 0, ptr undef)
  %to = getelementptr inbounds i8, ptr %record, i64 8
  %0 = load [1 x i64], ptr %record, align 8
  store [1 x i64] %0, ptr %to, align 8
  ret i32 0
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias writeonly captures(none), ptr noalias readonly captures(none), i64, i1 immarg) #0

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: write) }
