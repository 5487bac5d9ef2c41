; What every caller knows not to be nil needs no check: the context, a variable, what the caller has checked.
; program: prog=tc

@main.table = internal global [8 x i32] zeroinitializer

declare void @runtime.nilPanic(ptr)
declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)
declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

define internal i32 @main.known(ptr dereferenceable_or_null(4) %p, ptr %context) noinline {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %throw, label %next

next:
  %value = load i32, ptr %p
  ret i32 %value

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define internal i32 @main.unknown(ptr dereferenceable_or_null(4) %p, ptr %context) noinline {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %throw, label %next

next:
  %value = load i32, ptr %p
  ret i32 %value

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define internal i64 @main.callback(i32 %index, ptr %p, ptr %context) {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %throw, label %next

next:
  store i32 %index, ptr %p
  ret i64 0

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define i32 @prog(ptr %ctx) {
entry:
  %a = call i32 @main.known(ptr %ctx, ptr undef)
  %b = call i32 @main.known(ptr getelementptr inbounds ([8 x i32], ptr @main.table, i32 0, i32 2), ptr undef)
  %done = call i64 @main.bpfLoop(i32 8, ptr @main.callback, ptr @main.table, i64 0, ptr undef)
  %value = call ptr @main.bpfMapLookupElem(ptr @main.table, ptr %ctx, ptr undef)
  %c = call i32 @main.unknown(ptr %value, ptr undef)
  %nil = icmp eq ptr %value, null
  br i1 %nil, label %no, label %yes

no:
  ret i32 %b

yes:
  %d = call i32 @main.known(ptr %value, ptr undef)
  ret i32 %d
}
