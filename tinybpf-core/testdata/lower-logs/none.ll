; With no log from the level on, there is no ring buffer for logs either.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"github.com/tinybpf/bpf.tinybpf_log" = global { i32 } { i32 262144 }
@"main$string" = internal constant [9 x i8] c"only text"

define i32 @watch(ptr %ctx) section "xdp" {
  call void @"github.com/tinybpf/bpf.writeLog"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i8 -4, ptr @"main$string", i64 9, ptr null, i64 0, i64 0, ptr undef)
  ret i32 2
}

declare void @"github.com/tinybpf/bpf.writeLog"(ptr, i8, ptr, i64, ptr, i64, i64, ptr)
