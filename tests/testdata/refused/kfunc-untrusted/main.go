// RECORDED
package main

import "unsafe"

func bpfKfuncBpfTaskAcquire(task unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

type args struct{ task, flags uint64 }

type task struct{ words [512]uint64 }

//export prog
//go:section syscall
func prog(ctx *args) int32 {
	held := bpfKfuncBpfTaskAcquire(unsafe.Pointer(uintptr(ctx.task))) // REFUSED: kfunc-argument
	if held != nil {
		bpfKfuncBpfTaskRelease(held)
	}
	return 0
}

func main() {}
