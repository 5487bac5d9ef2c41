package main

import "unsafe"

type skBuff struct {
	Len           uint32
	_             [18]uint32
	Data, DataEnd uint32
}

//export mark
//go:section cgroup_skb/egress
func mark(ctx *skBuff) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+20 > end {
		return 0
	}
	header := (*[20]byte)(unsafe.Pointer(data))
	header[1] = 0x20 // ERROR: this writes to the packet, which programs in section `cgroup_skb/egress` only read
	return 1
}

//export mark_tc
//go:section tc
func markTc(ctx *skBuff) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+34 > end {
		return 0
	}
	header := (*[34]byte)(unsafe.Pointer(data))
	header[15] = 0x20
	return 0
}

func main() {}
