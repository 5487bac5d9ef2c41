// RECORDED
package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

//go:noinline
func keep(to *uintptr) {
	*to = uintptr(unsafe.Pointer(to)) // REFUSED: spilled-pointer
}

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	var at uintptr
	keep(&at)
	return int32(*(*uint64)(unsafe.Pointer(at)))
}

func main() {}
