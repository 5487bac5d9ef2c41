package main

import "unsafe"

func bpfCopyFromUser(to unsafe.Pointer, size uint32, from unsafe.Pointer) int64
func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()

type args struct{ address uint64 }

//go:noinline
func fetch(ctx *args, to *uint64) {
	bpfCopyFromUser(unsafe.Pointer(to), 8, unsafe.Pointer(uintptr(ctx.address))) // REFUSED: sleepable
}

//export prog
//go:section syscall
func prog(ctx *args) int32 {
	var value uint64
	bpfKfuncBpfRcuReadLock()
	fetch(ctx, &value)
	bpfKfuncBpfRcuReadUnlock()
	return int32(value)
}

func main() {}
