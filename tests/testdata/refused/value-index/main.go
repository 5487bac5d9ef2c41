// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type table struct {
	used uint64
	rows [8]uint64
}

var tables = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 72, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	t := (*table)(bpfMapLookupElem(unsafe.Pointer(&tables), unsafe.Pointer(&key)))
	if t == nil {
		return 0
	}
	row := (*uint64)(unsafe.Add(unsafe.Pointer(&t.rows), t.used&15*8))
	return int32(*row) // REFUSED: map-value-bounds
}

func main() {}
