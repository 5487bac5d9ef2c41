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
	values := make(chan int32, 1)
	select {
	case values <- int32(ctx.A):
	default:
	}
	close(values)
	total := int32(0)
	for value := range values {
		total += value
	}
	return total
}

func main() {}
