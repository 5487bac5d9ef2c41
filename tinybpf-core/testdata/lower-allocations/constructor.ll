; program: prog=xdp
declare ptr @runtime.alloc(i64, ptr, ptr)

; What constructors make becomes the caller's variable, also through two of them and through a parameter.
define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %h = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  %e = call ptr @main.newOuter(ptr undef)
  store i64 5, ptr %e, align 8
  call void @main.set(ptr %h, ptr undef)
  ret i32 0
}

define internal ptr @main.newOuter(ptr %context) {
entry:
  %outer = call ptr @main.newInner(ptr undef)
  store i64 4, ptr %outer, align 8
  ret ptr %outer
}

define internal ptr @main.newInner(ptr %context) {
entry:
  %complit = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  ret ptr %complit
}

define internal void @main.set(ptr %h, ptr %context) {
entry:
  %new = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  store ptr %new, ptr %h, align 8
  ret void
}
