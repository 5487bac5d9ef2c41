// What replaces the global functions of testdata/programs/functions, and its program.
package main

import "unsafe"

type xdpMd struct {
	Data           uint32
	DataEnd        uint32
	DataMeta       uint32
	IngressIfindex uint32
	RxQueueIndex   uint32
	EgressIfindex  uint32
}

// Pair has the name and the size of the struct that is passed.
type Pair struct {
	A, B uint64
}

var table = [8]int32{1, 2, 3, 4, 5, 6, 7, 8}

func bpfPanicVerdict(verdict int32)

//export new_pick
//go:section freplace/pick
func newPick(ctx *xdpMd, index uint64) int32 {
	bpfPanicVerdict(-1)
	return -table[index]
}

//export new_answer
//go:section freplace/answer
func newAnswer() int32 {
	return 43
}

//export new_swap
//go:section freplace/swap
func newSwap(pair *Pair, divisor uint64) int32 {
	if pair != nil {
		pair.A, pair.B = divisor, pair.A
	}
	return 0
}

// Over the whole program.
//
//export new_program
//go:section freplace
func newProgram(ctx *xdpMd) int32 {
	bpfPanicVerdict(3)
	data := uintptr(ctx.Data)
	if data+40 > uintptr(ctx.DataEnd) {
		return 1
	}
	words := (*[5]uint64)(unsafe.Pointer(data))
	words[3] = uint64(table[words[1]])
	return 2
}

func main() {}
