package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

//go:noinline
func first(p *byte) int32 {
	return int32(*p) & 1 // REFUSED: wrong-pointer
}

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	return first((*byte)(unsafe.Pointer(uintptr(ctx.DataEnd))))
}

func main() {}
