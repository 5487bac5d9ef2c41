; program: prog=xdp
; Fields of the context, of which bpf_csum_diff (28) reads 4 and 8 bytes.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %mark = getelementptr i8, ptr %ctx, i64 12
  %sum = call i64 inttoptr (i64 28 to ptr)(ptr %mark, i64 4, ptr %ctx, i64 8, i64 0)
  ret i32 2
}
