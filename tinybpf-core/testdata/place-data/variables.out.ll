; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32 }

@"main$alloc" = internal global [3 x i32] [i32 7, i32 8, i32 9], align 4
@limit = dso_local global i32 7, align 4
@seen = dso_local global i64 0, align 8
@flow_config = dso_local externally_initialized constant [4 x i16] zeroinitializer, section ".rodata", align 2
@"main$string" = private constant [5 x i8] c"hello", align 1
@main.events = internal global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0 }
@main.greeting = private constant { ptr, i64 } { ptr @"main$string", i64 5 }
@_license = global [4 x i8] c"GPL\00", section "license", align 1

define i32 @prog(ptr %ctx) section "xdp" {
  %a = load i32, ptr @limit, align 4
  store i64 1, ptr @seen, align 8
  %b = load i16, ptr @flow_config, align 2
  %p = load ptr, ptr @main.greeting, align 8
  %c = load i8, ptr %p, align 1
  ret i32 %a
}
