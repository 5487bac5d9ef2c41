package main

import _ "unsafe" // for go:section

import "device"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	device.Asm("nop") // ERROR: inline assembly
	return 2
}

func main() {}
