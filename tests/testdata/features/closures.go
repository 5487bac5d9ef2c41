package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func adder(by int32) func(int32) int32 {
	return func(x int32) int32 { return x + by }
}

func twice(f func(int32) int32) func(int32) int32 {
	return func(x int32) int32 { return f(f(x)) }
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	count := int32(0)
	step := func() { count++ }
	for i := 0; i < 4; i++ {
		step()
	}
	return twice(adder(int32(ctx.B)))(int32(ctx.A)) + count
}

func main() {}
