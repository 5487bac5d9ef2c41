package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

type tuple struct {
	source, destination         uint32
	sourcePort, destinationPort uint16
}

func bpfSkcLookupTcp(ctx, tuple unsafe.Pointer, size uint32, netns, flags uint64) unsafe.Pointer
func bpfSkRelease(sock unsafe.Pointer) int64

//go:noinline
func lookup(ctx *skBuff) unsafe.Pointer {
	if ctx.Mark > 9 {
		return nil
	}
	t := tuple{source: 1, destination: 2}
	return bpfSkcLookupTcp(unsafe.Pointer(ctx), unsafe.Pointer(&t), 12, 0xffffffffffffffff, 0)
}

//export prog
//go:section classifier
func prog(ctx *skBuff) int32 {
	sock := lookup(ctx)
	if sock != nil && ctx.Mark == 0 {
		bpfSkRelease(sock)
	}
	return 0 // REFUSED: unreleased-reference
}

func main() {}

// EXPLAINED: it was acquired at main.go:21
