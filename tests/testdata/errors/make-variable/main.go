package main

import _ "unsafe" // for go:section

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	buf := make([]byte, *ctx) // ERROR: allocat|heap|size
	buf[0] = 1
	return int32(buf[*ctx-1])
}

func main() {}
