// RECORDED
package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+34 > end {
		return 1
	}
	length := uintptr(*(*byte)(unsafe.Pointer(data + 14))&15) * 4
	port := (*uint16)(unsafe.Pointer(data + 14 + length))
	if *port == 53 { // REFUSED: packet-bounds
		return 1
	}
	return 2
}

func main() {}

// EXPLAINED: a pointer into the packet
// EXPLAINED: main.go:12  if data+34 > end { → main.go:15
