package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type header struct{ length, kind, mark uint32 }

var entries = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//go:noinline
func mark(h *header) uint32 {
	return h.mark // REFUSED: mixed-pointers
}

//export prog
//go:section socket
func prog(ctx *header) int32 {
	key := uint32(0)
	h := (*header)(bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key)))
	if h == nil {
		return 0
	}
	return int32(mark(ctx) + mark(h))
}

func main() {}
