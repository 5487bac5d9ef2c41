package main

import "unsafe"

func bpfGetCurrentTask() uint64

type task struct{ flags [16]uint32 }

//go:noinline
func flags(t *task) uint32 {
	return t.flags[11] // REFUSED: not-a-pointer
}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	return int32(flags((*task)(unsafe.Pointer(uintptr(bpfGetCurrentTask())))))
}

func main() {}

// EXPLAINED: the result of `bpfGetCurrentTask()` at main.go:17
