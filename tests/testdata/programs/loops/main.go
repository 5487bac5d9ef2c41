// Loops that the verifier can follow to their end.
package main

import (
	"programs/packet"
	"unsafe"
)

//export loops
//go:section xdp
func loops(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	switch call.Operation {
	case 0:
		var sum uint64
		for i := range 20 {
			sum += uint64(i) * call.A
		}
		call.Results[0] = sum
	case 1:
		call.Results[0] = triangle(call.A)
	case 2:
		call.Results[0] = checksum(call.Bytes())
	case 3:
		var found uint64
	search:
		for row := uint64(0); row < 8; row++ {
			for column := uint64(0); column < 8; column++ {
				if row*column == call.A {
					found = row<<8 | column
					break search
				}
				if column > row {
					continue search
				}
			}
		}
		call.Results[0] = found
	case 4:
		call.Results[0] = sumBytes(ctx)
	default:
		return packet.Drop
	}
	return packet.Pass
}

// sumBytes adds up the bytes of the packet's first 16, each after a look for the packet's end.
func sumBytes(ctx *packet.XDP) (sum uint64) {
	end := uintptr(ctx.DataEnd)
	for i := uintptr(0); i < 16; i++ {
		at := uintptr(ctx.Data) + i
		if at+1 > end {
			break
		}
		sum += uint64(*(*byte)(unsafe.Pointer(at)))
	}
	return sum
}

//go:noinline
func triangle(n uint64) uint64 {
	var sum uint64
	for i := uint64(1); i <= n && i <= 100; i++ {
		sum += i
	}
	return sum
}

// The internet checksum.
func checksum(data *[8]byte) uint64 {
	var sum uint32
	for i := 0; i < len(data); i += 2 {
		sum += uint32(data[i])<<8 | uint32(data[i+1])
	}
	for sum > 0xffff {
		sum = sum&0xffff + sum>>16
	}
	return uint64(^uint16(sum))
}

func main() {}
