// RECORDED
package main

import "unsafe"

type bpfDynptr struct{ _ [2]uint64 }

func bpfDynptrRead(to unsafe.Pointer, size uint64, from *bpfDynptr, offset, flags uint64) int64

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	var data bpfDynptr
	var value uint64
	bpfDynptrRead(unsafe.Pointer(&value), 8, &data, 0, 0) // REFUSED: dynptr
	return int32(value)
}

func main() {}
