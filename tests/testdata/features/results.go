package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type point struct{ x, y int32 }

func split(v uint32) (hi, lo uint16, ok bool) {
	hi, lo = uint16(v>>16), uint16(v)
	if hi == 0 {
		return
	}
	return hi, lo, true
}

func move(p point, by int32) (_ point, moved int32) {
	defer0 := p.x
	p.x += by
	return p, p.x - defer0
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	hi, lo, ok := split(ctx.A)
	if !ok {
		return int32(lo)
	}
	p, moved := move(point{int32(hi), int32(lo)}, int32(ctx.B))
	if p == (point{1, 2}) {
		return 3
	}
	return p.x ^ moved
}

func main() {}
