package main

import "unsafe"

func bpfMapLookupElm(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	key := uint32(1)
	if bpfMapLookupElm(unsafe.Pointer(&key), unsafe.Pointer(&key)) != nil { // ERROR: bpfMapLookupElm|bpf_map_lookup_elm
		return 1
	}
	return 2
}

func main() {}
