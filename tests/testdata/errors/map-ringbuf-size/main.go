package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var events = bpfMapDef{Type: 27, MaxEntries: 3000} // ERROR: power of two|page

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	var key uint64
	return int32(bpfMapDeleteElem(unsafe.Pointer(&events), unsafe.Pointer(&key)))
}

func main() {}
