; Helpers under their C names: `//go:linkname` leaves the context pointer at the end of the call, `//export` does not.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @program(ptr %src) section "tracepoint" {
  %buf = alloca [16 x i8]
  %read = call i64 @bpf_probe_read_user(ptr %buf, i32 16, ptr %src, ptr undef)
  %time = call i64 @bpf_ktime_get_ns()
  %id = call i64 @bpf_get_current_pid_tgid(ptr undef)
  %sum = add i64 %time, %id
  ret i64 %sum
}

declare i64 @bpf_probe_read_user(ptr, i32, ptr, ptr)
declare i64 @bpf_ktime_get_ns()
declare i64 @bpf_get_current_pid_tgid(ptr)
