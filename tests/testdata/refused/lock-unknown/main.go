package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var counters = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfSpinLock(lock unsafe.Pointer)
func bpfSpinUnlock(lock unsafe.Pointer)

//export prog
//go:section classifier
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(1)
	c := bpfMapLookupElem(unsafe.Pointer(&counters), unsafe.Pointer(&key))
	if c == nil {
		return 0
	}
	bpfSpinLock(c) // REFUSED: no-lock-in-map
	*(*uint32)(unsafe.Add(c, 4)) = 1
	bpfSpinUnlock(c)
	return 0
}

func main() {}
