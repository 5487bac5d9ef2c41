package main

import _ "unsafe" // for go:section

var z complex128

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	z = z * z // ERROR: floating point
	z = z / complex(2, 1) // ERROR: floating point
	return 2
}

func main() {}
