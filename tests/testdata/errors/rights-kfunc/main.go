package main

import "unsafe"

func bpfKfuncBpfCopyFromUserStr(dst unsafe.Pointer, size uint32, from unsafe.Pointer, flags uint64) int32

//export enter
//go:section fentry/do_sys_openat2
func enter(ctx *[4]unsafe.Pointer) int32 {
	var name [16]byte
	bpfKfuncBpfCopyFromUserStr(unsafe.Pointer(&name), 16, ctx[1], 0) // ERROR: `bpfKfuncBpfCopyFromUserStr` may sleep, and programs in section `fentry` may not
	last = name[0]
	return 0
}

//export enter_asleep
//go:section fentry.s/do_sys_openat2
func enterAsleep(ctx *[4]unsafe.Pointer) int32 {
	var name [16]byte
	bpfKfuncBpfCopyFromUserStr(unsafe.Pointer(&name), 16, ctx[1], 0)
	last = name[0]
	return 0
}

var last byte

func main() {}
