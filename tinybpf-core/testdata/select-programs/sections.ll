; section: xdp=xdp
; section: filter=tc
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @xdp(ptr %ctx) {
  ret i32 0
}

define i32 @filter(ptr %ctx) {
  ret i32 0
}

define i32 @misspelt(ptr %ctx) section "tracepont/a/b" {
  ret i32 0
}
