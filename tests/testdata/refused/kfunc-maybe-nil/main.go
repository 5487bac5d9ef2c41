package main

import "unsafe"

func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

type args struct{ pid uint64 }

//go:noinline
func find(pid int32) unsafe.Pointer {
	if pid == 0 {
		return nil
	}
	return bpfKfuncBpfTaskFromPid(pid)
}

//go:noinline
func release(task unsafe.Pointer) {
	bpfKfuncBpfTaskRelease(task) // REFUSED: nil-argument
}

//export prog
//go:section syscall
func prog(ctx *args) int32 {
	release(find(int32(ctx.pid)))
	return 0
}

func main() {}
