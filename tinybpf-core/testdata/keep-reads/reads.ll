; What loaders set, and what the compiler made: only reads of the former must stay.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.Limits = type { i32, i32, i64 }

@limits = externally_initialized constant %main.Limits { i32 1, i32 10, i64 2 }, section ".rodata", align 8
@text = private constant { i32, i32 } { i32 5, i32 6 }
@counter = global i64 0

define i64 @program(ptr %out, i64 %index) section "xdp" {
  %low = load i32, ptr @limits
  %factor = load i64, ptr getelementptr inbounds (%main.Limits, ptr @limits, i32 0, i32 2)
  %somewhere = getelementptr i8, ptr @limits, i64 %index
  %byte = load i8, ptr %somewhere
  call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr @limits, i64 16, i1 false)
  %constant = load i32, ptr @text
  %count = load i64, ptr @counter
  ret i64 %factor
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
