package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

//go:noinline
func hash(p uintptr) uintptr {
	return p * 31 // REFUSED: pointer-arithmetic
}

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	return int32(hash(uintptr(unsafe.Pointer(ctx))))
}

func main() {}
