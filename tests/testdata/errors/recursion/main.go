package main

import _ "unsafe" // for go:section

func fib(n uint32) uint32 {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2) // ERROR: recursion .*main.fib → main.fib
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(fib(*ctx))
}

func main() {}
