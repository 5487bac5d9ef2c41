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
	var values []int32
	for i := uint32(0); i < ctx.A&7; i++ {
		values = append(values, int32(i))
	}
	more := make([]int32, ctx.B&3)
	copy(more, values)
	return int32(len(append(more, values...)))
}

func main() {}
