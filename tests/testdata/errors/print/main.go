package main

import _ "unsafe" // for go:section

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	println("ctx", *ctx) // ERROR: `print` and `println`
	print(true)          // ERROR: `print` and `println`
	return 2
}

func main() {}
