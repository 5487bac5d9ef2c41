package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func sum(values ...int32) (total int32) {
	for _, v := range values {
		total += v
	}
	return total
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	values := [3]int32{1, 2, int32(ctx.A)}
	return sum() + sum(1, int32(ctx.B)) + sum(values[:]...)
}

func main() {}
