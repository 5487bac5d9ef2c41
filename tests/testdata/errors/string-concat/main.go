package main

import _ "unsafe" // for go:section

var prefix string

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	name := prefix + "eth0" // ERROR: building strings
	name += "!"             // ERROR: building strings
	return int32(len(name))
}

func main() {}
