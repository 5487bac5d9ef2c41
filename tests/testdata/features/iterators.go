package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func upTo(n int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for i := int32(0); i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	total := int32(0)
	for i := range upTo(int32(ctx.A & 7)) {
		if i == 5 {
			break
		}
		total += i
	}
	for range int(ctx.B & 3) {
		total *= 2
	}
	return total
}

func main() {}
