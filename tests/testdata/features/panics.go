package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func check(x uint32) int32 {
	if x == 7 {
		panic("seven")
	}
	var a [5]int32
	a[x%6] = 1
	return a[0]
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var p *context
	if ctx.B == 3 {
		return int32(p.A)
	}
	return check(ctx.A) / int32(ctx.B)
}

func main() {}
