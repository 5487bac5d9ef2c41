package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// Keys that are larger than any field are not copied to the stack.
var entries = bpfMapDef{Type: 1, KeySize: 80, ValueSize: 8, MaxEntries: 1}

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	return int32(bpfMapDeleteElem(unsafe.Pointer(&entries), ctx)) // REFUSED: argument-type
}

func main() {}
