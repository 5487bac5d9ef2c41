// RECORDED
package main

import "unsafe"

func bpfSkFullsock(sock unsafe.Pointer) unsafe.Pointer

type skBuff struct {
	fields [42]uint32
	sk     uint64
}

//go:noinline
func state(sock *[40]uint32) uint32 {
	return sock[30] // REFUSED: socket-access
}

//export prog
//go:section classifier
func prog(ctx *skBuff) int32 {
	sk := unsafe.Pointer(uintptr(ctx.sk))
	if sk == nil {
		return 0
	}
	sk = bpfSkFullsock(sk)
	if sk == nil {
		return 0
	}
	return int32(state((*[40]uint32)(sk)))
}

func main() {}
