package main

import _ "unsafe" // for go:section

var rate float64
var ratio float32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	rate = rate * 0.9   // ERROR: floating point
	x := float64(*ctx)  // ERROR: floating point
	if x > rate {       // ERROR: floating point
		return int32(x) // ERROR: floating point
	}
	ratio = -ratio // ERROR: floating point
	return 2
}

func main() {}
