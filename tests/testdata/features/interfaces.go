package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type shape interface{ area() int32 }

type square struct{ side int32 }
type box struct{ w, h int32 }

func (s square) area() int32 { return s.side * s.side }
func (b *box) area() int32   { return b.w * b.h }

func pick(a, b uint32) shape {
	if a > b {
		return square{int32(a)}
	}
	return &box{int32(a), int32(b)}
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	s := pick(ctx.A, ctx.B)
	switch s := s.(type) {
	case square:
		return s.side
	case *box:
		return s.area() + s.w
	}
	return s.area()
}

func main() {}
