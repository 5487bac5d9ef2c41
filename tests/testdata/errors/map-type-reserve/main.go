package main

import "unsafe"

func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufDiscard(p unsafe.Pointer, flags uint64)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	if p := bpfRingbufReserve(unsafe.Pointer(&events), 8, 0); p != nil { // ERROR: `bpfRingbufReserve` does not take map `events`, which is a BPF_MAP_TYPE_HASH
		bpfRingbufDiscard(p, 0)
	}
	return 0
}

func main() {}
