package main

import _ "unsafe" // for go:section

var depth uint32

func leave() { depth-- }

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	depth++
	defer leave() // ERROR: `defer`
	for i := uint32(0); i < *ctx; i++ {
		defer func() { depth += i }() // ERROR: `defer`
	}
	return 2
}

func main() {}
