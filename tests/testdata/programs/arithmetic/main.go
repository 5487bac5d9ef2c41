// Go's arithmetic on every width: division, remainder and shifts are where BPF, C and Go differ.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

type integer interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64
}

//export arithmetic
//go:section xdp
func arithmetic(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	operation := call.Operation & 0xff
	a, b := call.A, call.B
	var result uint64
	switch call.Operation >> 8 {
	case 0:
		result = uint64(apply(operation, int8(a), int8(b)))
	case 1:
		result = uint64(apply(operation, int16(a), int16(b)))
	case 2:
		result = uint64(apply(operation, int32(a), int32(b)))
	case 3:
		result = uint64(apply(operation, int64(a), int64(b)))
	case 4:
		result = uint64(apply(operation, uint8(a), uint8(b)))
	case 5:
		result = uint64(apply(operation, uint16(a), uint16(b)))
	case 6:
		result = uint64(apply(operation, uint32(a), uint32(b)))
	case 7:
		result = uint64(apply(operation, a, b))
	default:
		return packet.Drop
	}
	call.Results[0] = result
	return packet.Pass
}

//go:noinline
func apply[T integer](operation uint64, a, b T) T {
	switch operation {
	case 0:
		return a + b
	case 1:
		return a - b
	case 2:
		return a * b
	case 3:
		return a / b
	case 4:
		return a % b
	case 5:
		return a << b
	case 6:
		return a >> b
	case 7:
		return a &^ b
	case 8:
		return a / 7
	case 9:
		return a % 10
	case 10:
		return a / 8
	case 11:
		return a << 3
	case 12:
		return a >> 5
	case 13:
		if a < b {
			return 1
		}
		return 0
	case 14:
		return -a
	}
	return ^a
}

func main() {}
