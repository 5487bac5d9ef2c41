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
	n := int32(ctx.A & 7)
	total := int32(0)
again:
	if n > 0 {
		total += n
		n--
		goto again
	}
outer:
	for i := int32(0); i < 4; i++ {
		for j := int32(0); j < 4; j++ {
			switch {
			case i == j:
				continue outer
			case total > 20:
				break outer
			case j == 2:
				fallthrough
			default:
				total += i * j
			}
		}
	}
	return total
}

func main() {}
