package main

import _ "unsafe" // for go:section

//go:noinline
func guard() bool {
	return recover() != nil // ERROR: `recover`
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if guard() {
		return 1
	}
	return 2
}

func main() {}
