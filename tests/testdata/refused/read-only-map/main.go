// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// BPF_F_RDONLY_PROG: programs only read it.
var limits = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1, MapFlags: 128}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	limit := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&limits), unsafe.Pointer(&key)))
	if limit != nil {
		*limit = 10 // REFUSED: read-only
	}
	return 0
}

func main() {}
