package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// BPF_F_WRONLY_PROG: programs only write it.
var results = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1, MapFlags: 256}

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	result := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&results), unsafe.Pointer(&key)))
	if result != nil {
		return int32(*result) // REFUSED: write-only
	}
	return 0
}

func main() {}
