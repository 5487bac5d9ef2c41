package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var routes = bpfMapDef{Type: 11, KeySize: 4, ValueSize: 4, MaxEntries: 10, MapFlags: 1} // ERROR: KeySize of BPF_MAP_TYPE_LPM_TRIE is 4

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	if bpfMapLookupElem(unsafe.Pointer(&routes), unsafe.Pointer(&key)) != nil {
		return 1
	}
	return 0
}

func main() {}
