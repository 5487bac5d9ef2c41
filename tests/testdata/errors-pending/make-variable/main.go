package main

import _ "unsafe" // for go:section

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	buf := make([]byte, *ctx) // ERROR: allocat|heap|size
	return int32(len(buf))
}

func main() {}
