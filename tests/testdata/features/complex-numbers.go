package main

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
	c := complex(float64(ctx.A), float64(ctx.B))
	c *= c
	return int32(real(c)) + int32(imag(c))
}

func main() {}
