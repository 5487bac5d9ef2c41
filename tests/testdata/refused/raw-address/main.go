package main

import "unsafe"

type args struct{ preempt, prev, next uint64 }

type task struct{ flags [4]uint32 }

//go:noinline
func flags(t *task) uint32 {
	return t.flags[3] // REFUSED: not-a-pointer
}

//export prog
//go:section raw_tp/sched_switch
func prog(ctx *args) int32 {
	return int32(flags((*task)(unsafe.Pointer(uintptr(ctx.next)))))
}

func main() {}

// EXPLAINED: the third argument in the context
