package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	if bpfMapLookupElem(unsafe.Pointer(&events), unsafe.Pointer(&key)) != nil { // ERROR: `bpfMapLookupElem` does not take map `events`, which is a BPF_MAP_TYPE_RINGBUF
		return 1
	}
	return 0
}

func main() {}
