package main

import "unsafe"

type args struct{ preempt, prev, next uint64 }

type task struct{ words [64]uint64 }

//go:noinline
func change(t *task) {
	t.words[3] = 7 // REFUSED: read-only
}

//export prog
//go:section tp_btf/sched_switch
func prog(ctx *args) int32 {
	change((*task)(unsafe.Pointer(uintptr(ctx.next))))
	return 0
}

func main() {}
