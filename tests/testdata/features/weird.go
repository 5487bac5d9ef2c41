package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

const len32 = len("abc") << 1

type T = struct{ f func() int32 }

type (
	rec struct {
		self *rec
		arr  [0]rec0
	}
	rec0 struct{ x int32 }
)

func (rec0) String() string { return "rec0" }

func shadow(x int32) (y int32) {
	if x := x + 1; x > 2 {
		y := x
		_ = y
	} else {
		y = x
	}
	return
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	len := func(x uint32) int32 { return int32(x) * 3 }
	true := ctx.A == 0
	if true {
		return len(ctx.B)
	}
	var a, b int32 = 1, 2
	a, b = b, a+b
	var one, two rec
	one.self = &two
	two.self = &one
	if one.self.self.self == &two {
		a++
	}
	{
		a := b
		b += a
	}
	const c = 'x' - len32
	return a + b + int32(c) + shadow(int32(ctx.A))
}

func main() {}
