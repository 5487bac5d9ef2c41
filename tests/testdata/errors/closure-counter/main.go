package main

import _ "unsafe"

func counter() func() uint32 {
	n := uint32(0)
	return func() uint32 {
		n++
		return n
	}
}

var next = counter()

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	return int32(next()) // ERROR: func values that are known only
}

func main() {}
