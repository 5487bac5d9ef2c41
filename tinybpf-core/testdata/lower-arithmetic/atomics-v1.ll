; cpu: v1
@main.counter = internal global i64 0

define internal i64 @"sync/atomic.AddUint64"(ptr %addr, i64 %delta, ptr %context) {
entry:
  %0 = atomicrmw add ptr %addr, i64 %delta syncscope("singlethread") seq_cst, align 8
  %1 = add i64 %0, %delta
  ret i64 %1
}

; The base instruction set counts; it has no exchange for the store.
define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i64 @"sync/atomic.AddUint64"(ptr @main.counter, i64 1, ptr undef)
  store atomic i64 7, ptr @main.counter seq_cst, align 8
  ret i32 0
}
