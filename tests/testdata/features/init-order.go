package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

var (
	first  = second + 1
	second = compute(3)
	table  = [...]int32{2: 7, 5: second}
)

func compute(x int32) int32 { return x * x }

func init() { table[0] = first }

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	return table[ctx.A%6] + first
}

func main() {}
