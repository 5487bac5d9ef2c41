package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type skBuff struct{ Len, PktType, Mark uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	e := bpfRingbufReserve(unsafe.Pointer(&events), uint64(ctx.Len&255), 0) // REFUSED: argument-type
	if e != nil {
		bpfRingbufDiscard(e, 0)
	}
	return 0
}

func main() {}
