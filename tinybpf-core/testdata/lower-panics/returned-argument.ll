; A function that can panic and returns what may point to its caller's variables is inlined; other pointers go through the
; caller's stack.
; program: prog=tc

declare void @runtime.lookupPanic(ptr)

@table = internal global [4 x i32] zeroinitializer

define internal ptr @main.chained(ptr %receiver, i32 %a, ptr %context) noinline {
entry:
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  store i32 %a, ptr %receiver
  %field = getelementptr i8, ptr %receiver, i64 4
  ret ptr %field

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define internal { ptr, i1 } @main.found(i32 %a, ptr %context) noinline {
entry:
  %bad = icmp uge i32 %a, 4
  br i1 %bad, label %throw, label %next

next:
  %p = getelementptr i32, ptr @table, i32 %a
  %0 = insertvalue { ptr, i1 } poison, ptr %p, 0
  %1 = insertvalue { ptr, i1 } %0, i1 true, 1
  ret { ptr, i1 } %1

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @prog(ptr %ctx) section "tc" {
entry:
  %slot = alloca [2 x i32]
  %a = load i32, ptr %ctx
  %p = call ptr @main.chained(ptr %slot, i32 %a, ptr undef)
  %r = call { ptr, i1 } @main.found(i32 %a, ptr undef)
  %q = extractvalue { ptr, i1 } %r, 0
  %v = load i32, ptr %p
  %w = load i32, ptr %q
  %sum = add i32 %v, %w
  ret i32 %sum
}
