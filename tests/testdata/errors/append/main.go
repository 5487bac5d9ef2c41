package main

import _ "unsafe" // for go:section

var queue []uint32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	queue = append(queue, *ctx) // ERROR: `append`
	return 2
}

func main() {}
