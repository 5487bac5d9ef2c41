package main

import "unsafe"

type args struct{ preempt, prev, next uint64 }

type task struct{ words [4096]uint64 }

//go:noinline
func read(t *task) uint64 {
	return t.words[4000] // REFUSED: kernel-struct
}

//export prog
//go:section tp_btf/sched_switch
func prog(ctx *args) int32 {
	return int32(read((*task)(unsafe.Pointer(uintptr(ctx.next)))))
}

func main() {}
