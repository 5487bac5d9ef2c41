package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var routes = bpfMapDef{Type: 11, KeySize: 8, ValueSize: 4, MaxEntries: 10} // ERROR: needs the flag BPF_F_NO_PREALLOC

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := [2]uint32{32, 7}
	if bpfMapLookupElem(unsafe.Pointer(&routes), unsafe.Pointer(&key)) != nil {
		return 1
	}
	return 0
}

func main() {}
