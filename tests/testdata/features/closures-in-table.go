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
	offset := int32(ctx.B)
	table := [3]func(int32) int32{
		func(x int32) int32 { return x + offset },
		func(x int32) int32 { return x - offset },
		func(x int32) int32 { return x * offset },
	}
	return table[ctx.A%3](7)
}

func main() {}
