package main

import "unsafe"

func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var next = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 4, MaxEntries: 4}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	bpfTailCall(ctx, unsafe.Pointer(&next), 0) // ERROR: `bpfTailCall` does not take map `next`, which is a BPF_MAP_TYPE_ARRAY
	return 0
}

func main() {}
