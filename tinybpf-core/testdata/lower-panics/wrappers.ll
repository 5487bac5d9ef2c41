; Functions that acquire for their callers, or release for them, are inlined, whatever depth they have; one that does both stays.
; program: prog=tc

@main.events = global { i32, i32, i32, i32, i32 } { i32 27, i32 0, i32 0, i32 4096, i32 0 }

declare void @runtime.lookupPanic(ptr)
declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)
declare void @main.bpfRingbufSubmit(ptr, i64, ptr)

define internal ptr @main.reserve(ptr %context) noinline {
entry:
  %record = call ptr @main.bpfRingbufReserve(ptr @main.events, i64 16, i64 0, ptr undef)
  ret ptr %record
}

define internal { ptr, i1 } @main.try(ptr %context) {
entry:
  %record = call ptr @main.reserve(ptr undef)
  %ok = icmp ne ptr %record, null
  %0 = insertvalue { ptr, i1 } poison, ptr %record, 0
  %1 = insertvalue { ptr, i1 } %0, i1 %ok, 1
  ret { ptr, i1 } %1
}

define internal void @main.submit(ptr %record, ptr %context) noinline {
entry:
  call void @main.bpfRingbufSubmit(ptr %record, i64 0, ptr undef)
  ret void
}

define internal void @main.both(i32 %a, ptr %context) noinline {
entry:
  %tried = call { ptr, i1 } @main.try(ptr undef)
  %record = extractvalue { ptr, i1 } %tried, 0
  %ok = extractvalue { ptr, i1 } %tried, 1
  br i1 %ok, label %use, label %done

use:
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  call void @main.submit(ptr %record, ptr undef)
  br label %done

done:
  ret void

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @prog(ptr %ctx) {
entry:
  %a = load i32, ptr %ctx
  call void @main.both(i32 %a, ptr undef)
  ret i32 0
}
