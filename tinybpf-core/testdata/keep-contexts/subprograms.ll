; The context of a program as far as it is handed on, and no other pointer.
; opt: 3
; program: prog=xdp

define i32 @prog(ptr %ctx) {
entry:
  %local = alloca i64
  %0 = call i32 @outer(ptr %ctx, ptr %local)
  ret i32 %0
}

define internal i32 @outer(ptr %ctx, ptr %local) noinline {
entry:
  %0 = call i32 @inner(ptr %ctx)
  %1 = call i32 @other(ptr %local)
  %2 = add i32 %0, %1
  ret i32 %2
}

define internal i32 @inner(ptr %ctx) noinline {
entry:
  %0 = load i32, ptr %ctx
  ret i32 %0
}

define internal i32 @other(ptr %local) noinline {
entry:
  %0 = load i32, ptr %local
  ret i32 %0
}
