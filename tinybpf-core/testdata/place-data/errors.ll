; A written read-only variable, a pointer that is assigned, two variables of one name, an empty licence.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.limit = internal global i32 7, section ".rodata", align 4
@main.current = internal global ptr @main.limit
@"a/flow.count" = internal global i32 0
@"b/flow.count" = internal global i32 0
@main.license = internal global [4 x i8] zeroinitializer, section "license"

define i32 @prog(ptr %ctx) section "xdp" {
  store i32 1, ptr @main.limit
  store ptr @main.limit, ptr @main.current
  ret i32 0
}
