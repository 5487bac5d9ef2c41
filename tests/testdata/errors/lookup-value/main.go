package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type counter struct{ packets, bytes uint64 }

var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 10}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	p := (*counter)(bpfMapLookupElem(unsafe.Pointer(&flows), unsafe.Pointer(&key)))
	if p != nil {
		p.bytes += 64 // ERROR: reaches bytes 8 to 16 of a value of map `flows`, and its values have 8
	}
	return 0
}

func main() {}
