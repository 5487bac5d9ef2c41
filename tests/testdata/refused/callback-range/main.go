// RECORDED
package main

import "unsafe"

var stop int64

func bpfLoop(n uint32, fn func(index uint32, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	bpfLoop(10, func(index uint32, _ unsafe.Pointer) int64 {
		return stop // REFUSED: return-range
	}, nil, 0)
	return 0
}

func main() {}
