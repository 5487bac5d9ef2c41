package main

import _ "unsafe" // for go:section

func double(n uint32) uint32 { return 2 * n }
func triple(n uint32) uint32 { return 3 * n }

var handler func(uint32) uint32 = double
var chosen func(uint32) uint32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	n := handler(*ctx) // ERROR: func value
	chosen = triple
	n += chosen(*ctx) // ERROR: func value
	return int32(n)
}

func main() {}
