package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func options(base int32, change ...func(*int32)) int32 {
	for _, f := range change {
		f(&base)
	}
	return base
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	return options(int32(ctx.A), func(x *int32) { *x *= 2 }, func(x *int32) { *x += 3 })
}

func main() {}
