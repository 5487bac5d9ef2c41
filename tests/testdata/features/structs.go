package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type inner struct {
	flags uint8
	wide  uint64
}

type outer struct {
	head  uint16
	parts [2]inner
	_     [3]byte
	tail  struct{ a, b int32 }
}

var last outer

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	o := outer{head: uint16(ctx.A), parts: [2]inner{1: {wide: 1 << 40}}}
	o.parts[ctx.B&1].flags |= 4
	o.tail.b = int32(ctx.B)
	copied := o
	copied.tail.a++
	same := copied == last
	last = copied
	if same {
		return 1
	}
	return copied.tail.a + int32(copied.parts[0].flags) + o.tail.b
}

func main() {}
