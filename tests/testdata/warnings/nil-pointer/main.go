package main

import "unsafe"

type event struct{ pid, count uint64 }

func bpfGetCurrentPidTgid() uint64

//export enter
//go:section tracepoint/syscalls/sys_enter_openat
func enter(ctx unsafe.Pointer) int32 {
	var found *event
	pid := bpfGetCurrentPidTgid()
	if pid > 7 {
		found.pid = pid // WARNING: this pointer is always nil here
	}
	return 0
}

// What may be nil is asked for.
//
//export leave
//go:section tracepoint/syscalls/sys_exit_openat
func leave(ctx unsafe.Pointer) int32 {
	var found, other *event
	if pid := bpfGetCurrentPidTgid(); pid > 7 {
		found = &event{pid: pid}
	}
	if found == nil {
		return 0
	}
	if other != nil {
		return int32(other.count)
	}
	return int32(found.count)
}

//export divide
//go:section tracepoint/syscalls/sys_exit_close
func divide(ctx unsafe.Pointer) int32 {
	shares := uint32(0)
	return int32(uint32(bpfGetCurrentPidTgid()) / shares) // WARNING: this always divides by zero
}

func main() {}
