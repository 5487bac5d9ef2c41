; A Go string in section `license` is the licence.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = internal unnamed_addr constant [12 x i8] c"Dual MIT/GPL", align 1
@main.license = internal global { ptr, i64 } { ptr @"main$string", i64 12 }, section "license"

define i32 @prog(ptr %ctx) section "xdp" {
  ret i32 0
}
