package main

import "unsafe"

func bpfPerfEventOutput(ctx, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	value := uint64(1)
	return int32(bpfPerfEventOutput(ctx, unsafe.Pointer(&events), 0, unsafe.Pointer(&value), 8)) // ERROR: `bpfPerfEventOutput` does not take map `events`
}

func main() {}
