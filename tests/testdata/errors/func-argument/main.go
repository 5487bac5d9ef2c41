package main

import _ "unsafe" // for go:section

func double(n uint32) uint32 { return 2 * n }
func triple(n uint32) uint32 { return 3 * n }

//go:noinline
func apply(f func(uint32) uint32, n uint32) uint32 {
	return f(n) // ERROR: func value
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(apply(double, *ctx) + apply(triple, *ctx))
}

func main() {}
