package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func try(x uint32) (result int32) {
	defer func() {
		if r := recover(); r != nil {
			result = -1
		}
	}()
	if x == 1 {
		panic(x)
	}
	return int32(x)
}

//export prog
//go:section xdp
func prog(ctx *context) int32 { return try(ctx.A) }

func main() {}
