package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

var names = map[uint32]int32{1: 10, 2: 20}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	seen := map[uint32]bool{ctx.A: true}
	if seen[ctx.B] {
		delete(seen, ctx.A)
	}
	if value, ok := names[ctx.A]; ok {
		return value + int32(len(seen))
	}
	return 0
}

func main() {}
