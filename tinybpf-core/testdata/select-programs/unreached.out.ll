; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.counter = internal global i32 7

define i32 @prog(ptr %ctx) section "xdp" {
  %n = call i32 @main.sub(ptr undef)
  ret i32 %n
}

define internal i32 @main.sub(ptr %context) {
  %n = load i32, ptr @main.counter, align 4
  ret i32 %n
}
