package main

import _ "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

func bpfGetPrandomU32() uint32

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	sum := uint32(0)
	for i := uint32(0); i < 100000; i++ {
		if bpfGetPrandomU32()&1 == 0 { // REFUSED: too-complex
			sum += i
		}
	}
	return int32(sum)
}

func main() {}
