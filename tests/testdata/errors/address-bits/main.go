package main

import "unsafe"

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	p := uintptr(unsafe.Pointer(ctx))
	q := (*uint32)(unsafe.Pointer(p ^ 4))
	return int32(*q) // ERROR: computed with a bit operation
}

func main() {}
