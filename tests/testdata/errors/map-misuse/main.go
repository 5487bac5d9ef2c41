package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m bpfMapDef, key, value unsafe.Pointer, flags uint64) int64

func size(m bpfMapDef) uint32 { return m.MaxEntries }

func local(key *uint32) unsafe.Pointer {
	m := bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: *key}
	return bpfMapLookupElem(unsafe.Pointer(&m), unsafe.Pointer(key)) // ERROR: argument `map` of helper `bpfMapLookupElem` is no map
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	k := size(flows) // ERROR: map `flows` is read
	v := uint64(1)
	bpfMapUpdateElem(flows, unsafe.Pointer(&k), unsafe.Pointer(&v), 0) // ERROR: parameter `map` of helper `bpfMapUpdateElem`
	if local(&k) != nil {
		return 1
	}
	return 2
}

func main() {}
