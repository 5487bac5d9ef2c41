package main

import _ "unsafe"

//export prog
//go:section xdp
func prog(ctx *[64]uint32) int32 {
	return int32(ctx[40]) // ERROR: reads bytes 160 to 164 of the context of program `prog`
}

func main() {}
