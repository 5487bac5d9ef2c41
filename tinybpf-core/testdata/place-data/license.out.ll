; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = private constant [12 x i8] c"Dual MIT/GPL", align 1
@_license = global [13 x i8] c"Dual MIT/GPL\00", section "license", align 1

define i32 @prog(ptr %ctx) section "xdp" {
  ret i32 0
}
