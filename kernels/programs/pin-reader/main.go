// One of two objects that share a map by its pin: this one reads from it.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags, Pinning uint32 }

// LIBBPF_PIN_BY_NAME
var tinybpf_shared = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16, Pinning: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export read
//go:section xdp
func read(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	value := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&tinybpf_shared), unsafe.Pointer(&key)))
	if value == nil {
		return 1
	}
	return int32(*value)
}

func main() {}
