; A program names its verdict with bpfPanicVerdict, and returns 32 or 64 bits whatever its result is in Go.
; program: pass=xdp
; program: deny=lsm/file_open
; program: wide=xdp
; program: boolean=cgroup/skb
; program: nothing=tracepoint/syscalls/sys_enter_openat

declare void @main.bpfPanicVerdict(i32, ptr)
declare void @bpf_panic_verdict(i64)
declare void @runtime.lookupPanic(ptr)

define i32 @pass(ptr %ctx) section "xdp" {
entry:
  call void @main.bpfPanicVerdict(i32 2, ptr undef)
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @deny(ptr %ctx) section "lsm/file_open" {
entry:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i64 @wide(ptr %ctx) section "xdp" {
entry:
  call void @bpf_panic_verdict(i64 -3)
  %value = load i64, ptr %ctx
  %bad = icmp eq i64 %value, 3
  br i1 %bad, label %throw, label %next

next:
  ret i64 %value

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i1 @boolean(ptr %ctx) section "cgroup/skb" {
entry:
  %value = load i64, ptr %ctx
  %bad = icmp eq i64 %value, 3
  br i1 %bad, label %throw, label %next

next:
  %positive = icmp sgt i64 %value, 0
  ret i1 %positive

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define void @nothing(ptr %ctx) section "tracepoint/syscalls/sys_enter_openat" {
entry:
  store i32 1, ptr %ctx
  ret void
}
