// RECORDED
package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	n := int32(0)
	for ctx.Mark != 7 { // REFUSED: endless-loop
	}
	return n
}

func main() {}

var _ unsafe.Pointer
