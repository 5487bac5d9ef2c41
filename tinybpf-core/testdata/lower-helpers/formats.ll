; The kernel wants a zero byte at the end of a format; one that has it stays as it is, and so does another constant.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = private constant [6 x i8] c"pid %d", align 1
@"main$string.1" = private constant [5 x i8] c"text\00", align 1

define i32 @prog(ptr %ctx) section "kprobe/f" {
  %1 = call i64 @main.bpfTracePrintk(ptr @"main$string", i32 6, i64 7, ptr undef)
  %2 = call i64 @main.bpfTracePrintk(ptr @"main$string.1", i32 5, i64 7, ptr undef)
  %3 = call i64 @main.bpfTraceVprintk(ptr @"main$string", i32 3, ptr %ctx, i32 8, ptr undef)
  %4 = call i64 @main.bpfSnprintf(ptr %ctx, i32 8, ptr @"main$string", ptr null, i32 0, ptr undef)
  ret i32 0
}

declare i64 @main.bpfTracePrintk(ptr, i32, i64, ptr)
declare i64 @main.bpfTraceVprintk(ptr, i32, ptr, i32, ptr)
declare i64 @main.bpfSnprintf(ptr, i32, ptr, ptr, i32, ptr)
