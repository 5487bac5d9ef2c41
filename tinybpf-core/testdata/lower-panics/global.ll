; Global functions that panic give a number of 64 bits that no result of 32 bits has; the others keep their types, and what
; returns nothing returns 0. Only of the context they know that it is not nil, also below another global function.
; after: select-programs

declare void @runtime.nilPanic(ptr)
declare void @runtime.lookupPanic(ptr)

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %pair = alloca [2 x i64]
  call void @swap(ptr %pair)
  %0 = call i32 @pick(ptr %ctx, i32 3)
  %1 = call i1 @odd(i32 %0)
  call void @nothing()
  %2 = zext i1 %1 to i32
  ret i32 %2
}

define void @swap(ptr %pair) section ".text" {
entry:
  %nil = icmp eq ptr %pair, null
  br i1 %nil, label %throw, label %next

next:
  store i64 1, ptr %pair
  ret void

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define i32 @pick(ptr %ctx, i32 %index) section ".text" {
entry:
  %nil = icmp eq ptr %ctx, null
  br i1 %nil, label %throw, label %next

next:
  %bad = icmp uge i32 %index, 8
  br i1 %bad, label %throw, label %last

last:
  %0 = call i32 @below(ptr %ctx)
  ret i32 %0

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @below(ptr %ctx) section ".text" {
entry:
  %nil = icmp eq ptr %ctx, null
  br i1 %nil, label %throw, label %next

next:
  %field = getelementptr i8, ptr %ctx, i64 12
  %0 = load i32, ptr %field
  ret i32 %0

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define i1 @odd(i32 %n) section ".text" {
entry:
  %0 = trunc i32 %n to i1
  ret i1 %0
}

define void @nothing() section ".text" {
entry:
  ret void
}
