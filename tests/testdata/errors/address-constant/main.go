package main

import "unsafe"

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	return *(*int32)(unsafe.Pointer(uintptr(0xffff888000000000))) // ERROR: this follows a constant address
}

func main() {}
