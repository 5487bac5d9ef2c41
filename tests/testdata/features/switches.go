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
	total := int32(0)
	switch x := ctx.A; {
	case x < 10:
		total = 1
		fallthrough
	case x < 20:
		total++
	default:
		total = 9
	}
	switch ctx.B {
	case 0, 1, 2, 3:
		total += 10
	case 4:
		total += 11
	case 5:
		total += 13
	case 6:
		total += 17
	case 7:
		total += 19
	case 8:
		total += 23
	}
	switch any(total).(type) {
	case int32:
		return total
	}
	return 0
}

func main() {}
