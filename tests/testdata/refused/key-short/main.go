package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 1, KeySize: 64, ValueSize: 8, MaxEntries: 16}

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

//go:noinline
func forget(key unsafe.Pointer) int64 {
	return bpfMapDeleteElem(unsafe.Pointer(&entries), key) // REFUSED: stack-bounds
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	key := *ctx
	return int32(forget(unsafe.Pointer(&key)))
}

func main() {}
