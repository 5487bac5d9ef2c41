; after: select-programs
define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = call i32 @answer()
  ret i32 %0
}

define i32 @answer() section ".text" {
entry:
  ret i32 42
}
