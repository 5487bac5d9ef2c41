; Every spelling of a helper; arguments in full registers; what LLVM may assume of each call.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@counts = global { ptr } zeroinitializer, section ".maps"

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)
declare ptr @bpf_map_lookup_elem(ptr, ptr)
declare i32 @"example.com/x/y.bpfGetPrandomU32"(ptr)
declare i64 @main.bpfGetCurrentPidTgid(ptr)
declare i32 @main.bpfProbeReadUser(ptr, i32, i64, ptr)
declare i64 @main.bpfTracePrintk(ptr, i32, i64, ptr)
declare void @main.bpfRingbufSubmit(ptr, i64, ptr)
declare i64 @main.bpfGetCurrentTaskBtf(ptr)
declare ptr @main.bpfGetCurrentTask(ptr)
declare i64 @main.bpfGetsockopt(ptr, i32, i32, ptr, i32, ptr)

define i32 @prog(ptr %ctx) section "tracepoint/a/b" {
  %buf = alloca [16 x i8]
  %a = call ptr @main.bpfMapLookupElem(ptr @counts, ptr %buf, ptr undef)
  %b = call ptr @bpf_map_lookup_elem(ptr @counts, ptr %buf)
  %c = call i32 @"example.com/x/y.bpfGetPrandomU32"(ptr undef)
  %d = call i64 @main.bpfGetCurrentPidTgid(ptr undef)
  %e = call i32 @main.bpfProbeReadUser(ptr %buf, i32 16, i64 %d, ptr undef)
  %f = call i64 @main.bpfTracePrintk(ptr %buf, i32 16, i64 %d, ptr undef)
  call void @main.bpfRingbufSubmit(ptr %buf, i64 0, ptr undef)
  %g = call i64 @main.bpfGetCurrentTaskBtf(ptr undef)
  %h = call i64 @main.bpfGetsockopt(ptr %ctx, i32 1, i32 -2, ptr %buf, i32 4, ptr undef)
  %i = call ptr @main.bpfGetCurrentTask(ptr undef)
  store ptr %i, ptr %buf
  ret i32 %e
}
