package main

import _ "unsafe" // for go:section

//export inner
//go:section xdp
func inner(ctx *uint32) int32 { return int32(*ctx) }

func choose(ctx *uint32) int32 {
	if *ctx > 3 {
		return inner(ctx) // ERROR: `inner` is a program
	}
	return 2
}

//export outer
//go:section xdp
func outer(ctx *uint32) int32 { return choose(ctx) }

func main() {}
