// RECORDED
package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

//go:noinline
func protocol(data uintptr) int32 {
	return int32(*(*byte)(unsafe.Pointer(data + 23))) // REFUSED: packet-bounds
}

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+14 > end {
		return 1
	}
	return protocol(data) & 1
}

func main() {}
