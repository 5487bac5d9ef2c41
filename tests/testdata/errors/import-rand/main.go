package main

import _ "unsafe" // for go:section

import "math/rand"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(rand.Uint32()) // ERROR: `math/rand.Uint32` cannot be used in BPF
}

func main() {}
