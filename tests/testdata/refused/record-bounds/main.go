// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//go:noinline
func write(e *[4]uint64) {
	e[2] = 1 // REFUSED: memory-bounds
}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	e := bpfRingbufReserve(unsafe.Pointer(&events), 16, 0)
	if e == nil {
		return 0
	}
	write((*[4]uint64)(e))
	bpfRingbufSubmit(e, 0)
	return 0
}

func main() {}
