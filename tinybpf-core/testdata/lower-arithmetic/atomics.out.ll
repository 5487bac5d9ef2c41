; ModuleID = 'case'
source_filename = "case"

@main.counter = internal global i64 0
@main.word = internal global i32 0

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = atomicrmw add ptr @main.counter, i64 1 seq_cst, align 8
  %1 = add i64 %0, 1
  %2 = load volatile i32, ptr @main.word, align 4
  %3 = atomicrmw xchg ptr @main.counter, i64 7 seq_cst, align 8
  store volatile ptr %ctx, ptr @main.counter, align 8
  %4 = atomicrmw xchg ptr @main.word, i32 %2 seq_cst, align 4
  %5 = sub i32 0, %4
  %6 = atomicrmw add ptr @main.word, i32 %5 seq_cst, align 4
  %7 = cmpxchg ptr @main.word, i32 %6, i32 4 seq_cst seq_cst, align 4
  %8 = extractvalue { i32, i1 } %7, 0
  ret i32 %8
}
