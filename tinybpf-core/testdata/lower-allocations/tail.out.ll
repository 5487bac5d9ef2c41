; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @program(ptr %ctx) section "xdp" {
  %index = alloca [4 x i8], align 4
  call void @llvm.memset.p0.i64(ptr align 4 %index, i8 0, i64 4, i1 false)
  store i32 7, ptr %index, align 4
  %found = call i64 @main.count(ptr %index)
  ret i64 %found
}

; Function Attrs: noinline
define internal i64 @main.count(ptr captures(none) %key) #0 {
  %index = load i32, ptr %key, align 4
  %found = zext i32 %index to i64
  ret i64 %found
}

declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr)

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

attributes #0 = { noinline }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: write) }
