// RECORDED
package main

import "unsafe"

type bpfIterNum struct{ _ uint64 }

func bpfKfuncBpfIterNumNew(it *bpfIterNum, start, end int32) int32
func bpfKfuncBpfIterNumNext(it *bpfIterNum) *int32
func bpfKfuncBpfIterNumDestroy(it *bpfIterNum)

//export prog
//go:section syscall
func prog(ctx unsafe.Pointer) int32 {
	var it bpfIterNum
	sum := int32(0)
	for n := bpfKfuncBpfIterNumNext(&it); n != nil; n = bpfKfuncBpfIterNumNext(&it) { // REFUSED: iterator
		sum += *n
	}
	return sum
}

func main() {}
