package main

import "unsafe"

type record struct {
	length uint32
	data   [60]byte
}

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var records = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 64, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentComm(to unsafe.Pointer, size uint32) int64

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	r := (*record)(bpfMapLookupElem(unsafe.Pointer(&records), unsafe.Pointer(&key)))
	if r == nil {
		return 0
	}
	length := r.length
	if length > 16 {
		return 0
	}
	bpfGetCurrentComm(unsafe.Pointer(&r.data), length) // REFUSED: zero-size
	return 0
}

func main() {}
