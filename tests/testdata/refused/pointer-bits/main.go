package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 64, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//go:noinline
func align(p uintptr) uintptr {
	return p &^ 31 // REFUSED: pointer-arithmetic
}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	p := bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key))
	if p == nil {
		return 0
	}
	return int32(align(uintptr(p)))
}

func main() {}

// EXPLAINED: this is in `align`, called from
