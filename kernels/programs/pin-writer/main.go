// One of two objects that share a map by its pin: this one writes to it.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags, Pinning uint32 }

// LIBBPF_PIN_BY_NAME
var tinybpf_shared = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16, Pinning: 1}

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64

//export write
//go:section xdp
func write(ctx unsafe.Pointer) int32 {
	key, value := uint32(7), uint64(3)
	if bpfMapUpdateElem(unsafe.Pointer(&tinybpf_shared), unsafe.Pointer(&key), unsafe.Pointer(&value), 0) != 0 {
		return 1
	}
	return 2
}

func main() {}
