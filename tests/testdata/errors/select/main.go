package main

import _ "unsafe" // for go:section

var a, b chan uint32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	a = b
	select { // ERROR: channels
	case v := <-a:
		return int32(v)
	case b <- *ctx:
	}
	return 2
}

func main() {}
