; ModuleID = 'case'
source_filename = "case"

declare ptr @runtime.alloc(i64, ptr, ptr)

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %new.i = alloca [8 x i8], align 8
  %complit.i.i = alloca [8 x i8], align 8
  %h = alloca [8 x i8], align 8
  call void @llvm.memset.p0.i64(ptr align 8 %complit.i.i, i8 0, i64 8, i1 false)
  store i64 4, ptr %complit.i.i, align 8
  store i64 5, ptr %complit.i.i, align 8
  call void @llvm.memset.p0.i64(ptr align 8 %h, i8 0, i64 8, i1 false)
  call void @llvm.memset.p0.i64(ptr align 8 %new.i, i8 0, i64 8, i1 false)
  store ptr %new.i, ptr %h, align 8
  ret i32 0
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #0

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: write) }
