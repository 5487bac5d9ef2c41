package main

import _ "unsafe" // for go:section

import "math"

var x float64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	x = math.Sqrt(x)       // ERROR: `math.Sqrt` .*floating point
	x = math.Pow(x, x)     // ERROR: `math.Pow` .*floating point
	b := math.Float64bits(x) // a copy of bits is no arithmetic
	return int32(b >> 63)
}

func main() {}
