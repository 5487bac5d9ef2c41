// Arrays and slices of them: copy, range, clear, comparisons, slicing, and new values that stay in their function.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

type key struct {
	Address [4]byte
	Port    uint16
	Flags   uint8
}

var primes = [8]uint16{2, 3, 5, 7, 11, 13, 17, 19}

//export slices
//go:section xdp
func slices(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	switch call.Operation {
	case 0:
		var buffer [16]byte
		n := copy(buffer[4:], call.Bytes()[2:])
		call.Results[0] = uint64(n)
		call.Results[1] = uint64(buffer[3])<<24 | uint64(buffer[4])<<16 | uint64(buffer[9])<<8 | uint64(buffer[10])
	case 1:
		var sum uint64
		for _, prime := range primes {
			sum += uint64(prime)
		}
		for i := range primes[2:5] {
			sum += uint64(i) << 16
		}
		call.Results[0] = sum
	case 2:
		a := key{Address: [4]byte{10, 0, 0, byte(call.A)}, Port: 53}
		b := key{Address: [4]byte{10, 0, 0, byte(call.B)}, Port: 53}
		call.Results = [2]uint64{bit(a == b), bit(a.Address != b.Address)}
	case 3:
		call.Results[0] = total(primes[:call.A&7])
	case 4:
		// Each turn of the loop has a new, zeroed value.
		var sum uint64
		for i := uint64(0); i < 4; i++ {
			counts := new([4]uint64)
			counts[(i+call.A)&3]++
			sum = sum<<4 | counts[0]<<3 | counts[1]<<2 | counts[2]<<1 | counts[3]
		}
		call.Results[0] = sum
	case 5:
		window := call.Bytes()[1:4:6]
		call.Results = [2]uint64{uint64(len(window)), uint64(cap(window))}
	case 6:
		buffer := [8]byte{1, 2, 3, 4, 5, 6, 7, 8}
		copy(buffer[2:], buffer[:6])
		var word uint64
		for _, b := range buffer {
			word = word<<8 | uint64(b)
		}
		call.Results[0] = word
		clear(buffer[:])
		call.Results[1] = uint64(buffer[0] | buffer[7])
	case 7:
		// An index that the kernel cannot know: in range, or a panic.
		call.Results[0] = uint64(primes[call.A])
	case 8:
		matrix := [3][3]uint8{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
		if call.A < 3 && call.B < 3 {
			call.Results[0] = uint64(matrix[call.A][call.B])
		}
	default:
		return packet.Drop
	}
	return packet.Pass
}

func bit(condition bool) uint64 {
	if condition {
		return 1
	}
	return 0
}

//go:noinline
func total(of []uint16) uint64 {
	var sum uint64
	for i, value := range of {
		if i == 8 {
			break
		}
		sum += uint64(value)
	}
	return sum
}

func main() {}
