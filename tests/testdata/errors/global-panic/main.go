package main

import _ "unsafe" // for go:section

var table [8]uint64

//export pick
//go:section .text
func pick(index uint64) uint64 {
	return table[index] // ERROR: this can panic in the global function `pick`, whose result of 64 bits leaves no room
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(pick(uint64(*ctx)))
}

func main() {}
