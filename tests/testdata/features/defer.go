package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func count(to *int32) { *to++ }

func run(x uint32) (result int32) {
	defer count(&result)
	for i := uint32(0); i < x%4; i++ {
		defer func() { result += int32(i) }()
	}
	return int32(x)
}

//export prog
//go:section xdp
func prog(ctx *context) int32 { return run(ctx.A) }

func main() {}
