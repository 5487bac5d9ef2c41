// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type entry struct{ name [16]byte }

var entries = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 16, MaxEntries: 16}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentComm(to unsafe.Pointer, size uint32) int64

//go:noinline
func find(key uint32) *entry {
	return (*entry)(bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key)))
}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	bpfGetCurrentComm(unsafe.Pointer(find(1)), 16) // REFUSED: nil-argument
	return 0
}

func main() {}

// EXPLAINED: R1 is the argument `unsafe.Pointer(find(1))`, the result of `bpfMapLookupElem(unsafe.Pointer(&entries), unsafe.Pointer(&key))` at main.go:17
