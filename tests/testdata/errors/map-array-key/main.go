package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var counts = bpfMapDef{Type: 2, KeySize: 8, ValueSize: 8, MaxEntries: 4} // ERROR: key

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	var key uint64
	return int32(bpfMapDeleteElem(unsafe.Pointer(&counts), unsafe.Pointer(&key)))
}

func main() {}
