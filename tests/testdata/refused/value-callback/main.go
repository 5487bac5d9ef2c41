package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 4}

var sum uint64

func bpfForEachMapElem(m unsafe.Pointer, fn func(m unsafe.Pointer, key *uint32, value *[4]uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	bpfForEachMapElem(unsafe.Pointer(&entries), func(_ unsafe.Pointer, _ *uint32, value *[4]uint64, _ unsafe.Pointer) int64 {
		sum += value[3] // REFUSED: map-value-bounds
		return 0
	}, nil, 0)
	return 0
}

func main() {}

// EXPLAINED: which `bpf_for_each_map_elem` hands over
