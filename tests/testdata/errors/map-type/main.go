package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }

// Another type than bpfMapDef, of which debug info tells no more than the fields.
type counters bpfMapDef

var hits = counters{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 8}

func bpfMapLookupElem(m, key unsafe.Pointer) *uint64

func (c *counters) get(key uint32) *uint64 {
	return bpfMapLookupElem(unsafe.Pointer(c), unsafe.Pointer(&key))
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if n := hits.get(*ctx); n != nil { // ERROR: helper `bpfMapLookupElem` is given variable `hits` for a map
		*n++
	}
	return 2
}

func main() {}
