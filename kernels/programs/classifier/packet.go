package main

import "unsafe"

func packetOf(ctx *skBuff) *packet {
	data := uintptr(ctx.Data)
	if data+unsafe.Sizeof(packet{}) > uintptr(ctx.DataEnd) {
		return nil
	}
	return (*packet)(unsafe.Pointer(data))
}
