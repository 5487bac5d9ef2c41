package main

import _ "unsafe"

var last any

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	if last == any(*ctx) { // ERROR: comparing interfaces
		return 1
	}
	return 2
}

func main() {}
