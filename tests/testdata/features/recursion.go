package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func fib(n uint32) int32 {
	if n < 2 {
		return int32(n)
	}
	return fib(n-1) + fib(n-2)
}

func even(n uint32) bool { return n == 0 || odd(n-1) }
func odd(n uint32) bool  { return n != 0 && even(n-1) }

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	if even(ctx.B) {
		return 0
	}
	return fib(ctx.A & 3)
}

func main() {}
