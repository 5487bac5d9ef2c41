package main

import _ "unsafe" // for go:section

func countdown(n, step uint32) uint32 {
	var next func(uint32) uint32
	next = func(n uint32) uint32 {
		if n < step {
			return 0
		}
		return 1 + next(n-step) // ERROR: recursion
	}
	return next(n)
}

func alone(n uint32) uint32 {
	var down func(uint32) uint32
	down = func(n uint32) uint32 {
		if n == 0 {
			return 0
		}
		return 1 + down(n-1) // ERROR: recursion
	}
	return down(n)
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(countdown(*ctx, 2) + alone(*ctx))
}

func main() {}
