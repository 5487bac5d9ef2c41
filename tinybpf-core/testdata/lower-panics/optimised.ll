; IR that was optimised before: traps of LLVM's and C's, functions that LLVM knows not to return or to read no memory, an
; `unreachable` without a panic, a trap that is not the end of its block, two calls in a block that a phi names.
; program: prog=xdp

declare void @llvm.trap()
declare void @abort()

define internal fastcc void @main.fail(ptr %context) noinline noreturn memory(none) {
entry:
  call void @llvm.trap()
  unreachable
}

define internal i32 @main.small(i32 %a) noinline memory(none) {
entry:
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  ret i32 %a

throw:
  call void @abort()
  unreachable
}

define i32 @prog(ptr %ctx) {
entry:
  %a.at = getelementptr i8, ptr %ctx, i64 12
  %a = load i32, ptr %a.at
  switch i32 %a, label %default [
    i32 0, label %fail
    i32 1, label %trap
    i32 2, label %calls
  ]

default:
  unreachable

fail:
  call void @main.fail(ptr undef)
  unreachable

trap:
  call void @llvm.trap()
  br label %done

calls:
  %b = call i32 @main.small(i32 %a)
  %c = call i32 @main.small(i32 %b)
  br label %done

done:
  %result = phi i32 [ 1, %trap ], [ %c, %calls ]
  ret i32 %result
}
