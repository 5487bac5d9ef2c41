package main

import "unsafe"

func bpfMapUpdateElem(m, key, value unsafe.Pointer) int64

var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key, value := uint32(1), uint64(2)
	return int32(bpfMapUpdateElem(unsafe.Pointer(&counts), unsafe.Pointer(&key), unsafe.Pointer(&value))) // ERROR: takes 4 arguments, and is declared with 3
}

func main() {}
