package main

import _ "unsafe"

func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()

type args struct{ mode uint64 }

//go:noinline
func begin(mode uint64) {
	if mode != 0 {
		bpfKfuncBpfRcuReadLock()
	}
}

//export prog
//go:section syscall
func prog(ctx *args) int32 {
	begin(ctx.mode)
	bpfKfuncBpfRcuReadUnlock() // REFUSED: region
	return 0
}

func main() {}
