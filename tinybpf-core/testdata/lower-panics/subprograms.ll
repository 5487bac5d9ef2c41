; Subprograms that can panic tell their callers, through every level and by every kind of result.
; program: prog=tc

declare void @runtime.lookupPanic(ptr)

define internal i32 @main.small(i32 %a, ptr %context) noinline {
entry:
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  %sum = add i32 %a, 1
  ret i32 %sum

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define internal void @main.nothing(i32 %a, ptr %context) noinline {
entry:
  %unused = call i32 @main.small(i32 %a, ptr undef)
  ret void
}

define internal i64 @main.wide(i32 %a, i32 %b, i32 %c, i32 %d, ptr %context) noinline {
entry:
  call void @main.nothing(i32 %a, ptr undef)
  %wide = zext i32 %b to i64
  ret i64 %wide
}

define internal { i32, { ptr, i64 } } @main.pair(i32 %a, ptr %p, ptr %context) noinline {
entry:
  %sum = call i32 @main.small(i32 %a, ptr undef)
  %0 = insertvalue { i32, { ptr, i64 } } poison, i32 %sum, 0
  %next = load ptr, ptr %p
  %1 = insertvalue { i32, { ptr, i64 } } %0, ptr %next, 1, 0
  %2 = insertvalue { i32, { ptr, i64 } } %1, i64 7, 1, 1
  ret { i32, { ptr, i64 } } %2
}

define internal { i64, i1 } @main.safe(i64 %a, ptr %context) noinline {
entry:
  %positive = icmp sgt i64 %a, 0
  %0 = insertvalue { i64, i1 } poison, i64 %a, 0
  %1 = insertvalue { i64, i1 } %0, i1 %positive, 1
  ret { i64, i1 } %1
}

define internal i32 @main.unchanged(i32 %a, ptr %context) noinline {
entry:
  %sum = add i32 %a, 3
  ret i32 %sum
}

define i32 @prog(ptr %ctx) section "tc" {
entry:
  %a = load i32, ptr %ctx
  %wide = call i64 @main.wide(i32 %a, i32 %a, i32 %a, i32 %a, ptr undef)
  %pair = call { i32, { ptr, i64 } } @main.pair(i32 %a, ptr %ctx, ptr undef)
  %safe = call { i64, i1 } @main.safe(i64 %wide, ptr undef)
  %ok = extractvalue { i64, i1 } %safe, 1
  br i1 %ok, label %yes, label %no

yes:
  %first = extractvalue { i32, { ptr, i64 } } %pair, 0
  %more = call i32 @main.unchanged(i32 %first, ptr undef)
  br label %no

no:
  %result = phi i32 [ 0, %entry ], [ %more, %yes ]
  ret i32 %result
}
