; cpu: v2
@main.word = internal global i32 0

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = atomicrmw add ptr @main.word, i32 1 seq_cst, align 4
  %1 = atomicrmw or ptr @main.word, i32 %0 seq_cst, align 4
  %2 = cmpxchg ptr @main.word, i32 %1, i32 4 seq_cst seq_cst, align 4
  %3 = atomicrmw add ptr @main.word, i8 1 seq_cst, align 1
  %4 = atomicrmw umax ptr @main.word, i32 1 seq_cst, align 4
  ret i32 0
}
