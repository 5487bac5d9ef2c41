; Exported functions in `.text` are global: weak, so that LLVM sees no further than their prototypes.

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i32 @answer()
  ret i32 %0
}

define i32 @answer() section ".text" {
entry:
  ret i32 42
}

define void @unused(ptr %pair) section ".text" {
entry:
  call void @main.deep(ptr %pair, ptr undef)
  ret void
}

define internal void @main.deep(ptr %pair, ptr %context) {
entry:
  ret void
}
