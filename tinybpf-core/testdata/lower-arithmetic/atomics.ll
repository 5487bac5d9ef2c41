@main.counter = internal global i64 0
@main.word = internal global i32 0

define internal i64 @"sync/atomic.AddUint64"(ptr %addr, i64 %delta, ptr %context) noinline {
entry:
  %0 = atomicrmw add ptr %addr, i64 %delta syncscope("singlethread") seq_cst, align 8
  %1 = add i64 %0, %delta
  ret i64 %1
}

define internal i32 @"sync/atomic.LoadUint32"(ptr %addr, ptr %context) {
entry:
  %0 = load atomic i32, ptr %addr seq_cst, align 4
  ret i32 %0
}

; Every operation for all processors; a store is an exchange, a load is volatile.
define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i64 @"sync/atomic.AddUint64"(ptr @main.counter, i64 1, ptr undef)
  %1 = call i32 @"sync/atomic.LoadUint32"(ptr @main.word, ptr undef)
  store atomic i64 7, ptr @main.counter seq_cst, align 8
  store atomic ptr %ctx, ptr @main.counter seq_cst, align 8
  %2 = atomicrmw xchg ptr @main.word, i32 %1 syncscope("singlethread") seq_cst, align 4
  %3 = atomicrmw sub ptr @main.word, i32 %2 syncscope("singlethread") seq_cst, align 4
  %4 = cmpxchg ptr @main.word, i32 %3, i32 4 syncscope("singlethread") seq_cst seq_cst, align 4
  %5 = extractvalue { i32, i1 } %4, 0
  ret i32 %5
}
