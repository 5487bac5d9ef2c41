package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 10}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	p := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&flows), unsafe.Pointer(&key)))
	*p++ // ERROR: returns, which can be nil, and nothing asks
	return 0
}

func main() {}
