; ModuleID = 'case'
source_filename = "case"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i32 @answer()
  ret i32 %0
}

define weak i32 @answer() {
entry:
  ret i32 42
}

define weak void @unused(ptr %pair) {
entry:
  call void @main.deep(ptr %pair, ptr undef)
  ret void
}

define internal void @main.deep(ptr %pair, ptr %context) {
entry:
  ret void
}
