// RECORDED
package main

import "unsafe"

type skBuff struct{ Len, PktType, Mark uint32 }

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	field := (*uint32)(unsafe.Add(unsafe.Pointer(ctx), ctx.Mark&12))
	return int32(*field) // REFUSED: context-offset
}

func main() {}
