package main

import _ "unsafe" // for go:section

var left, right interface{}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if left == right { // ERROR: comparing interfaces
		return 1
	}
	return 2
}

func main() {}
