package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }

type group struct{ first, second bpfMapDef }

type counted struct {
	bpfMapDef
	lookups uint64
}

var maps = group{ // ERROR: variable `maps` has definitions of maps inside
	first:  bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 8},
	second: bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 8},
}

var list [2]bpfMapDef // ERROR: variable `list` has definitions of maps inside

var table = counted{bpfMapDef: bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 8}} // ERROR: variable `table` has

func bpfMapLookupElem(m *bpfMapDef, key unsafe.Pointer) *uint64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	var key uint32
	table.lookups++
	for _, m := range []*bpfMapDef{&maps.second, &list[1], &table.bpfMapDef} {
		if bpfMapLookupElem(m, unsafe.Pointer(&key)) != nil {
			return 1
		}
	}
	return 2
}

func main() {}
