package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

//go:noinline
func distance(p uintptr) uintptr {
	return 4096 - p // REFUSED: pointer-arithmetic
}

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	return int32(distance(uintptr(unsafe.Pointer(ctx))))
}

func main() {}
