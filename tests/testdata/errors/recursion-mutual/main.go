package main

import _ "unsafe" // for go:section

func even(n uint32) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1) // ERROR: recursion .*main.even → main.odd → main.even
}

func odd(n uint32) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if even(*ctx) {
		return 1
	}
	return 2
}

func main() {}
