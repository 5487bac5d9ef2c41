; What is held when the program panics is released just where it is held: a record, a socket, a lock, a dynptr, an element of
; a SOCKHASH map (and nothing of a hash map); also when a subprogram panics.
; program: record=tc
; program: socket=tc
; program: lock=tc
; program: dynptr=tc
; program: element=tc

%main.bpfMapDef = type { i32, i32, i32, i32, i32 }

@main.events = global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0 }
@main.sockets = global %main.bpfMapDef { i32 18, i32 4, i32 8, i32 16, i32 0 }
@main.hash = global %main.bpfMapDef { i32 1, i32 4, i32 8, i32 16, i32 0 }

declare void @runtime.lookupPanic(ptr)
declare ptr @runtime.alloc(i64, ptr, ptr)
declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)
declare void @main.bpfRingbufSubmit(ptr, i64, ptr)
declare i64 @main.bpfSkLookupTcp(ptr, ptr, i32, i64, i64, ptr)
declare i64 @main.bpfSkRelease(i64, ptr)
declare void @main.bpfSpinLock(ptr, ptr)
declare void @main.bpfSpinUnlock(ptr, ptr)
declare i64 @bpf_ringbuf_reserve_dynptr(ptr, i32, i64, ptr)
declare void @bpf_ringbuf_submit_dynptr(ptr, i64)
declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

define internal void @main.check(i32 %a, ptr %context) noinline {
entry:
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  ret void

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @record(ptr %ctx) {
entry:
  %a = load i32, ptr %ctx
  call void @main.check(i32 %a, ptr undef)
  %record = call ptr @main.bpfRingbufReserve(ptr @main.events, i64 16, i64 0, ptr undef)
  %nil = icmp eq ptr %record, null
  br i1 %nil, label %full, label %write

full:
  ret i32 0

write:
  %b = load i32, ptr %ctx
  call void @main.check(i32 %b, ptr undef)
  %first = getelementptr inbounds { i32, i32 }, ptr %record, i32 0, i32 0
  store i32 %b, ptr %first
  call void @main.bpfRingbufSubmit(ptr %first, i64 0, ptr undef)
  %c = load i32, ptr %ctx
  call void @main.check(i32 %c, ptr undef)
  ret i32 0
}

define i32 @socket(ptr %ctx) {
entry:
  %socket = call i64 @main.bpfSkLookupTcp(ptr %ctx, ptr %ctx, i32 12, i64 0, i64 0, ptr undef)
  %a = load i32, ptr %ctx
  call void @main.check(i32 %a, ptr undef)
  %nil = icmp eq i64 %socket, 0
  br i1 %nil, label %done, label %release

release:
  %unused = call i64 @main.bpfSkRelease(i64 %socket, ptr undef)
  br label %done

done:
  ret i32 0
}

define i32 @lock(ptr %ctx) {
entry:
  %one = getelementptr inbounds { i32, i32 }, ptr %ctx, i32 0, i32 1
  call void @main.bpfSpinLock(ptr %one, ptr undef)
  %a = load i32, ptr %ctx
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %next

next:
  %again = getelementptr inbounds { i32, i32 }, ptr %ctx, i32 0, i32 1
  call void @main.bpfSpinUnlock(ptr %again, ptr undef)
  call void @main.check(i32 %a, ptr undef)
  ret i32 0

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @dynptr(ptr %ctx) {
entry:
  %dynptr = call ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %failed = call i64 @bpf_ringbuf_reserve_dynptr(ptr @main.events, i32 8, i64 0, ptr %dynptr)
  %a = load i32, ptr %ctx
  call void @main.check(i32 %a, ptr undef)
  call void @bpf_ringbuf_submit_dynptr(ptr %dynptr, i64 0)
  ret i32 0
}

define i32 @element(ptr %ctx) {
entry:
  %value = call ptr @main.bpfMapLookupElem(ptr @main.hash, ptr %ctx, ptr undef)
  %a = load i32, ptr %ctx
  call void @main.check(i32 %a, ptr undef)
  %socket = call ptr @main.bpfMapLookupElem(ptr @main.sockets, ptr %ctx, ptr undef)
  %b = load i32, ptr %ctx
  call void @main.check(i32 %b, ptr undef)
  %nil = icmp eq ptr %socket, null
  br i1 %nil, label %done, label %give

give:
  %address = ptrtoint ptr %socket to i64
  %given = call i64 @main.bpfSkRelease(i64 %address, ptr undef)
  br label %done

done:
  ret i32 0
}
