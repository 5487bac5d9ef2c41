// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var entries = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 24, MaxEntries: 16}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentComm(to unsafe.Pointer, size uint32) int64

//go:noinline
func find(key uint32) unsafe.Pointer {
	return bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key))
}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	name := unsafe.Add(find(1), 8) // REFUSED: nil-arithmetic
	bpfGetCurrentComm(name, 16)
	return 0
}

func main() {}
