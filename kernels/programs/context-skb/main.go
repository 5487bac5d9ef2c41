// A field that packets have since Linux 5.16, read in a function that gets the context from the program.
package main

import _ "unsafe"

type skBuff struct {
	Len      uint32
	_        [44]uint32
	_        uint32
	Hwtstamp uint64
}

//export on_packet
//go:section classifier
func onPacket(ctx *skBuff) int32 {
	return int32(time(ctx, 7))
}

//go:noinline
func time(ctx *skBuff, otherwise uint64) uint64 {
	if ctx.Len == 0 {
		return 0
	}
	// Packets of test runs have come from nowhere.
	return ctx.Hwtstamp + otherwise
}

func main() {}
