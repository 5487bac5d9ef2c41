package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

func bpfXdpAdjustHead(ctx *xdpMd, delta int32) int64

//go:noinline
func grow(ctx *xdpMd) {
	bpfXdpAdjustHead(ctx, -8)
}

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+14 > end {
		return 1
	}
	grow(ctx)
	return int32(*(*byte)(unsafe.Pointer(data + 12))) & 1 // REFUSED: not-a-pointer
}

func main() {}
