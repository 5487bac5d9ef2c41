package main

import "unsafe"

type xdpMd struct{ Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32 }

//export unchecked
//go:section xdp
func unchecked(ctx *xdpMd) int32 {
	frame := (*[34]byte)(unsafe.Pointer(uintptr(ctx.Data)))
	if frame[23] == 17 { // ERROR: reads bytes 23 to 24 of the packet, and nothing makes sure that it is that long
		return 1
	}
	return 2
}

//export short
//go:section xdp
func short(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+14 > end {
		return 1
	}
	frame := (*[34]byte)(unsafe.Pointer(data))
	if frame[12] == 8 {
		return int32(frame[23]) // ERROR: reads bytes 23 to 24 of the packet, of which only 14 are sure to be there
	}
	return 2
}

func main() {}
