; A call that TinyGo's optimiser marked, as the variable was not on the stack then: LLVM would drop the store before it.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @program(ptr %ctx) section "xdp" {
  %index = tail call align 4 dereferenceable(4) ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef)
  store i32 7, ptr %index
  %found = tail call i64 @main.count(ptr %index)
  ret i64 %found
}

define internal i64 @main.count(ptr nocapture %key) noinline {
  %index = load i32, ptr %key
  %found = zext i32 %index to i64
  ret i64 %found
}

declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr)
