// Global functions, which the kernel verifies by themselves, and subprograms that take and return all that Go can pass.
package main

import (
	"programs/packet"
	"unsafe"
)

// Pair is what functions share through a pointer.
type Pair struct {
	A, B uint64
}

var table = [4]uint32{10, 20, 30, 40}

// In range, or a panic.
//
//export pick
//go:section .text
func pick(ctx *packet.XDP, index uint64) int32 {
	return int32(table[index]) + int32(ctx.RxQueueIndex)
}

// The kernel may pass nil here, so what is behind the pointer is touched after a check only.
//
//export swap
//go:section .text
func swap(pair *Pair, divisor uint64) {
	pair.A, pair.B = pair.B, pair.A/divisor
}

// The compiler must not believe what it sees: another program may replace this.
//
//export answer
//go:section .text
func answer() int32 {
	return 42
}

//export is_odd
//go:section .text
func isOdd(n uint32) bool {
	return n&1 == 1
}

//export wide
//go:section .text
func wide(a, b uint64, shift uint8, minus int16, last int64) uint64 {
	return (a+b)<<(shift&63) + uint64(int64(minus)) + uint64(last)
}

//export through
//go:section .text
func through(ctx unsafe.Pointer, index uint64) int32 {
	return pick((*packet.XDP)(ctx), index) + 1
}

//export functions
//go:section xdp
func functions(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	pair := Pair{call.A, call.B}
	switch call.Operation {
	case 1:
		pair.A = uint64(pick(ctx, call.A))
	case 2:
		swap(&pair, call.A)
	case 3:
		pair.A = uint64(answer())
	case 4:
		pair.A, pair.B = 0, 0
		if isOdd(uint32(call.A)) {
			pair.A = 1
		}
	case 5:
		pair.A = wide(call.A, call.B, 3, -5, -7)
	case 6:
		// A panic below two global functions.
		pair.A = uint64(through(unsafe.Pointer(ctx), call.A))
	}
	call.Results = [2]uint64{pair.A, pair.B}
	return packet.Pass
}

func main() {}
