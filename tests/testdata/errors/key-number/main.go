package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 10}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfGetPrandomU32() uint32

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	if bpfMapLookupElem(unsafe.Pointer(&counts), nil) != nil { // ERROR: `bpfMapLookupElem` is given a number for the key
		return 1
	}
	key := uintptr(bpfGetPrandomU32())
	bpfMapDeleteElem(unsafe.Pointer(&counts), unsafe.Pointer(key)) // ERROR: `bpfMapDeleteElem` is given a number for the key
	return 0
}

func main() {}
