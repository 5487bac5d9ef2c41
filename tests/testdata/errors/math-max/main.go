package main

import (
	"math"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	return int32(math.Max(float64(*ctx), 3)) // ERROR: `math.Max` .*floating point // ERROR: ^floating point
}

func main() {}
