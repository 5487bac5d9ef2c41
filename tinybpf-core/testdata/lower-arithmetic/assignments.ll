%main.Big = type { i32, [60 x i8] }

declare void @main.bpfUse(ptr, ptr)

; b = a; a = Big{}
define i32 @copies(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load %main.Big, ptr %a, align 4
  store %main.Big %v, ptr %b, align 4
  store %main.Big zeroinitializer, ptr %a, align 4
  ret i32 0
}

; a, b = b, a
define i32 @swaps(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load [32 x i8], ptr %a, align 1
  %w = load [32 x i8], ptr %b, align 1
  store [32 x i8] %w, ptr %a, align 1
  store [32 x i8] %v, ptr %b, align 1
  ret i32 0
}

; Small values and those with other uses stay.
define i32 @stays(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load [4 x i32], ptr %a, align 4
  store [4 x i32] %v, ptr %b, align 4
  %w = load [8 x i32], ptr %a, align 4
  store [8 x i32] %w, ptr %b, align 4
  %x = extractvalue [8 x i32] %w, 3
  ret i32 %x
}
