package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+8 > end {
		return 1
	}
	offset := *(*uint64)(unsafe.Pointer(data))
	at := data + uintptr(offset) // REFUSED: unbounded-arithmetic
	if at+1 > end {
		return 1
	}
	return int32(*(*byte)(unsafe.Pointer(at)))
}

func main() {}
