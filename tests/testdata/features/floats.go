package main

import "math"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	x := float32(ctx.A) / 3
	y := math.Sqrt(float64(x))
	if y > 2.5 {
		return int32(y)
	}
	return int32(math.Float32bits(x))
}

func main() {}
