; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = internal constant [9 x i8] c"only text"

define i32 @watch(ptr %ctx) section "xdp" {
  ret i32 2
}
