package main

import "unsafe"

//export prog
//go:section tracepoint/syscalls/sys_enter_openat
func prog(ctx *[8]uint64) int32 {
	name := (*byte)(unsafe.Pointer(uintptr(ctx[3])))
	return int32(*name) // ERROR: this follows an address from the context of program `prog`
}

func main() {}
