package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8} // ERROR: MaxEntries of BPF_MAP_TYPE_HASH is 0

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	if bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&key)) != nil {
		return 1
	}
	return 0
}

func main() {}
