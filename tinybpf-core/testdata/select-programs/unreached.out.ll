; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32 }

@main.counter = internal global i32 7
@main.pinned = dso_local global %main.bpfMapDef { i32 1, i32 4, i32 4, i32 8, i32 0 }

define i32 @prog(ptr %ctx) section "xdp" {
  %n = call i32 @main.sub(ptr undef)
  ret i32 %n
}

define internal i32 @main.sub(ptr %context) {
  %n = load i32, ptr @main.counter, align 4
  ret i32 %n
}
