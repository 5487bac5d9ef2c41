package main

import _ "unsafe"

var n uint32

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	if *ctx > 3 {
		return 1
	}
	for {
		n++ // ERROR: this loop never ends
	}
}

func main() {}
