; ModuleID = 'case'
source_filename = "case"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i32 @answer()
  ret i32 %0
}

define i32 @answer() {
entry:
  ret i32 42
}
