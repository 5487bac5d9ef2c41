; Function literals: passed down, captured, one of several, and handed to a helper.
; program: prog=xdp
; program: chosen=xdp
; program: helper=xdp

declare ptr @runtime.alloc(i64, ptr, ptr)
declare void @runtime.nilPanic(ptr)
declare i64 @main.bpfLoop(i32, ptr, ptr, ptr, i64)

define i32 @prog(i64 %x) {
entry:
  %n = call ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  store i64 %x, ptr %n
  %some = call i64 @apply(ptr %n, ptr @"prog$1", i64 %x)
  %value = call { ptr, ptr } @make(ptr %n)
  %context = extractvalue { ptr, ptr } %value, 0
  %function = extractvalue { ptr, ptr } %value, 1
  %more = call i64 %function(i64 %some, ptr %context)
  %r = trunc i64 %more to i32
  ret i32 %r
}

define internal i64 @apply(ptr %context, ptr %function, i64 %x) {
  %r = call i64 %function(i64 %x, ptr %context)
  ret i64 %r
}

define internal { ptr, ptr } @make(ptr %n) {
  %with = insertvalue { ptr, ptr } undef, ptr %n, 0
  %value = insertvalue { ptr, ptr } %with, ptr @"prog$2", 1
  ret { ptr, ptr } %value
}

define internal i64 @"prog$1"(i64 %x, ptr %context) {
  %n = load i64, ptr %context
  %r = add i64 %n, %x
  ret i64 %r
}

define internal i64 @"prog$2"(i64 %x, ptr %context) {
  store i64 %x, ptr %context
  ret i64 %x
}

define i32 @chosen(i64 %x) {
entry:
  %big = icmp ugt i64 %x, 100
  br i1 %big, label %then, label %done

then:
  br label %done

done:
  %value = phi { ptr, ptr } [ { ptr undef, ptr @"prog$1" }, %entry ], [ { ptr undef, ptr @"prog$2" }, %then ]
  %context = extractvalue { ptr, ptr } %value, 0
  %function = extractvalue { ptr, ptr } %value, 1
  %nil = icmp eq ptr %function, null
  br i1 %nil, label %throw, label %next

next:
  %result = call i64 %function(i64 %x, ptr %context)
  %r = trunc i64 %result to i32
  ret i32 %r

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define i32 @helper() {
  %done = call i64 @main.bpfLoop(i32 4, ptr undef, ptr @callback, ptr null, i64 0)
  %memory = call ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  store ptr @"prog$1", ptr %memory
  ret i32 0
}

define internal i64 @callback(i32 %i, ptr %context) {
  ret i64 0
}
