; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.Limits = type { i32, i32, i64 }

@limits = externally_initialized constant %main.Limits { i32 1, i32 10, i64 2 }, section ".rodata", align 8
@text = private constant { i32, i32 } { i32 5, i32 6 }
@counter = global i64 0

define i64 @program(ptr %out, i64 %index) section "xdp" {
  %low = load volatile i32, ptr @limits, align 4
  %factor = load volatile i64, ptr getelementptr inbounds (%main.Limits, ptr @limits, i32 0, i32 2), align 8
  %somewhere = getelementptr i8, ptr @limits, i64 %index
  %byte = load volatile i8, ptr %somewhere, align 1
  call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr @limits, i64 16, i1 true)
  %constant = load i32, ptr @text, align 4
  %count = load i64, ptr @counter, align 8
  ret i64 %factor
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias writeonly captures(none), ptr noalias readonly captures(none), i64, i1 immarg) #0

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
