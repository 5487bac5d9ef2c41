package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type flow struct{ src, dst uint32 }

var flows = bpfMapDef{Type: 1, KeySize: 8, ValueSize: 8, MaxEntries: 10}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	if bpfMapLookupElem(unsafe.Pointer(&flows), unsafe.Pointer(&key)) != nil { // ERROR: reads 8 bytes for the key of map `flows`, and the variable has 4
		return 1
	}
	return 0
}

func main() {}
