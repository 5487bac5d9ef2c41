package main

import _ "unsafe"

//go:noinline
func sum(p [8]uint64) (n uint64) { // ERROR: `sum` takes 9 argument words
	for _, b := range p {
		n += b
	}
	return
}

var current [8]uint64

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	return int32(sum(current))
}

func main() {}
