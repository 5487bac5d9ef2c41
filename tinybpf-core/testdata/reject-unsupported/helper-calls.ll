; Unknown names, wrong counts, types that do not fit, a helper as a value, an argument that is no map.
; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@limit = global i32 0

declare ptr @main.bpfMapLokupElem(ptr, ptr, ptr)
declare i64 @main.bpfMapLookupAndDeleteElem(ptr, ptr, ptr, i64, ptr)
declare i64 @main.bpfMapDeleteElem(ptr, ptr)
declare i64 @main.bpfMapUpdateElem(ptr, i64, ptr, i64, ptr)
declare ptr @main.bpfKtimeGetNs(ptr)
declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)
declare i32 @main.mine(ptr)
declare i64 @main.bpfKtimeGetBootNs(ptr)
declare i64 @main.bpfGetCurrentComm({ i32 }, i32, ptr)

define i32 @prog(ptr %ctx) section "xdp" {
  %slot = alloca ptr
  %a = call ptr @main.bpfMapLokupElem(ptr %ctx, ptr %slot, ptr undef)
  %b = call i64 @main.bpfMapLookupAndDeleteElem(ptr %ctx, ptr %slot, ptr %slot, i64 0, ptr undef)
  %c = call i64 @main.bpfMapDeleteElem(ptr %ctx, ptr undef)
  %d = call ptr @main.bpfKtimeGetNs(ptr undef)
  %e = call ptr @main.bpfMapLookupElem(ptr @limit, ptr %slot, ptr undef)
  %f = call i32 @main.mine(ptr undef)
  store ptr @main.bpfKtimeGetBootNs, ptr %slot
  %g = call i64 @main.bpfGetCurrentComm({ i32 } zeroinitializer, i32 16, ptr undef)
  ret i32 0
}
