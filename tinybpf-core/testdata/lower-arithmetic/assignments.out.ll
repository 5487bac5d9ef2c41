; ModuleID = 'case'
source_filename = "case"

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

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias writeonly captures(none), ptr noalias readonly captures(none), i64, i1 immarg) #0

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: write) }
