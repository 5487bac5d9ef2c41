// Byte swaps by hand and with math/bits, and the bit counts of math/bits.
package main

import (
	"encoding/binary"
	"math/bits"
	"programs/packet"
	_ "unsafe" // go:section
)

//export swap
//go:section xdp
func swap(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	a := call.A
	var result uint64
	switch call.Operation {
	case 0:
		result = uint64(bits.ReverseBytes16(uint16(a)))
	case 1:
		result = uint64(bits.ReverseBytes32(uint32(a)))
	case 2:
		result = bits.ReverseBytes64(a)
	case 3:
		result = uint64(swap16(uint16(a)))
	case 4:
		result = uint64(swap32(uint32(a)))
	case 5:
		result = swap64(a)
	case 6:
		var buffer [8]byte
		binary.BigEndian.PutUint64(buffer[:], a)
		result = binary.LittleEndian.Uint64(buffer[:])
	case 7:
		result = uint64(binary.BigEndian.Uint16(call.Bytes()[:]))
	default:
		return packet.Drop
	}
	call.Results[0] = result
	return packet.Pass
}

func swap16(x uint16) uint16 {
	return x<<8 | x>>8
}

func swap32(x uint32) uint32 {
	return x<<24 | x<<8&0xff0000 | x>>8&0xff00 | x>>24
}

func swap64(x uint64) uint64 {
	return uint64(swap32(uint32(x)))<<32 | uint64(swap32(uint32(x>>32)))
}

//export count
//go:section xdp
func count(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	a := call.A
	var result int
	switch call.Operation {
	case 0:
		result = bits.OnesCount64(a)
	case 1:
		result = bits.LeadingZeros64(a)
	case 2:
		result = bits.TrailingZeros64(a)
	case 3:
		result = bits.Len32(uint32(a))
	case 4:
		result = bits.OnesCount8(uint8(a))
	case 5:
		result = int(bits.RotateLeft32(uint32(a), int(call.B&31)))
	case 6:
		high, low := bits.Mul64(a, call.B)
		call.Results[1] = high
		result = int(low)
	case 7:
		sum, carry := bits.Add64(a, call.B, 0)
		call.Results[1] = carry
		result = int(sum)
	case 8:
		result = int(bits.Reverse64(a))
	case 9:
		result = bits.TrailingZeros16(uint16(a))
	default:
		return packet.Drop
	}
	call.Results[0] = uint64(result)
	return packet.Pass
}

func main() {}
