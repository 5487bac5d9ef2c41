// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfRingbufOutput(m, data unsafe.Pointer, size, flags uint64) int64
func bpfKtimeGetNs() uint64

//go:noinline
func send(data unsafe.Pointer, size uint64) {
	bpfRingbufOutput(unsafe.Pointer(&events), data, size, 0) // REFUSED: stack-bounds
}

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	now := bpfKtimeGetNs()
	send(unsafe.Pointer(&now), 64)
	return 0
}

func main() {}

// EXPLAINED: R2 is the argument `data`, the address of a variable on the stack, 8 bytes below its top
