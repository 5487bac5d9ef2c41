; Names, linkage and sections: a variable that Go only reads is not folded, a string's bytes stay private.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32 }

; The elements of a slice: no name in Go, so nothing for loaders.
@"main$alloc" = internal global [3 x i32] [i32 7, i32 8, i32 9], align 4
@main.limit = internal global i32 7, align 4
@main.seen = internal unnamed_addr global i64 0, align 8
@"example.com/probe/flow.config" = internal global [4 x i16] zeroinitializer, section ".rodata", align 2
@"main$string" = internal unnamed_addr constant [5 x i8] c"hello", align 1
@main.events = internal global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0 }
@main.greeting = internal global { ptr, i64 } { ptr @"main$string", i64 5 }

define i32 @prog(ptr %ctx) section "xdp" {
  %a = load i32, ptr @main.limit
  store i64 1, ptr @main.seen
  %b = load i16, ptr @"example.com/probe/flow.config"
  %p = load ptr, ptr @main.greeting
  %c = load i8, ptr %p
  ret i32 %a
}
