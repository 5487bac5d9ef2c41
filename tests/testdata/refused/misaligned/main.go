package main

import (
	"sync/atomic"
	"unsafe"
)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	p := bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key))
	if p == nil {
		return 0
	}
	atomic.AddUint32((*uint32)(unsafe.Add(p, 2)), 1) // REFUSED: misaligned
	return 0
}

func main() {}
