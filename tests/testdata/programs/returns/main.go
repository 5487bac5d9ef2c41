// What subprograms take and return: several results, structs, arrays, many arguments, pointers.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

type pair struct {
	Low, High uint64
}

type wide struct {
	Words [4]uint64
	Tag   uint8
}

//export returns
//go:section xdp
func returns(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	a, b := call.A, call.B
	switch call.Operation {
	case 0:
		call.Results[0], call.Results[1] = divide(a, b)
	case 1:
		value, ok := find(a)
		call.Results[0] = uint64(value)
		if ok {
			call.Results[1] = 1
		} else {
			call.Results[1] = 0
		}
	case 2:
		ordered := order(pair{a, b})
		call.Results = [2]uint64{ordered.Low, ordered.High}
	case 3:
		w := widen(a, uint8(b))
		call.Results[0] = w.Words[0] + w.Words[1] + w.Words[2] + w.Words[3]
		call.Results[1] = uint64(w.Tag)
	case 4:
		fill(&call.Results, a)
	case 5:
		call.Results[0] = five(a, b, 3, 4, 5)
	case 6:
		call.Results[0] = uint64(narrow(int16(a)))
		call.Results[1] = uint64(negative(a, b))
	case 7:
		first, second, third := three(uint32(a))
		call.Results[0] = uint64(first) + uint64(second)
		call.Results[1] = 0
		if third {
			call.Results[1] = 1
		}
	default:
		return packet.Drop
	}
	return packet.Pass
}

//go:noinline
func divide(a, b uint64) (quotient, remainder uint64) {
	if b == 0 {
		return 0, a
	}
	return a / b, a % b
}

//go:noinline
func find(key uint64) (uint8, bool) {
	for i, candidate := range [...]uint64{3, 5, 7, 11} {
		if candidate == key {
			return uint8(i), true
		}
	}
	return 0, false
}

//go:noinline
func order(p pair) pair {
	if p.Low > p.High {
		return pair{p.High, p.Low}
	}
	return p
}

//go:noinline
func widen(a uint64, tag uint8) wide {
	return wide{Words: [4]uint64{a, a + 1, a + 2, a + 3}, Tag: tag}
}

//go:noinline
func fill(to *[2]uint64, value uint64) {
	to[0], to[1] = value, ^value
}

//go:noinline
func five(a, b, c, d, e uint64) uint64 {
	return a + 2*b + 3*c + 4*d + 5*e
}

//go:noinline
func narrow(x int16) int16 {
	return x - 1
}

//go:noinline
func negative(a, b uint64) int32 {
	if a < b {
		return -1
	}
	return int32(a - b)
}

//go:noinline
func three(x uint32) (uint32, uint16, bool) {
	return x + 1, uint16(x) * 2, x&1 == 1
}

func main() {}
