package main

import "unsafe"

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 64, MaxEntries: 10}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(7)
	value := uint64(1)
	return int32(bpfMapUpdateElem(unsafe.Pointer(&flows), unsafe.Pointer(&key), unsafe.Pointer(&value), 0)) // ERROR: reads 64 bytes for the value of map `flows`, and the variable has 8
}

func main() {}
