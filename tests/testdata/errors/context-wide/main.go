package main

import _ "unsafe"

//export prog
//go:section xdp
func prog(ctx *[6]uint64) int32 {
	return int32(ctx[1]) // ERROR: reads 8 bytes of the context of program `prog` at once
}

func main() {}
