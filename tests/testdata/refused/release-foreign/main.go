package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	if p := bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key)); p != nil {
		bpfRingbufSubmit(p, 0) // REFUSED: argument-type
	}
	return 0
}

func main() {}
