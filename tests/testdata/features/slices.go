package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

func total(values []int32) (sum int32) {
	for i, v := range values {
		sum += v * int32(i)
	}
	return sum
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var store [8]int32
	for i := range store {
		store[i] = int32(ctx.A) >> i
	}
	view := store[2:6]
	n := copy(store[:3], view[1:])
	clear(view[:1])
	fixed := (*[4]int32)(view)
	array := [4]int32(view)
	return total(view) + int32(n) + fixed[3] + array[ctx.B&3] + int32(cap(view[:1:2]))
}

func main() {}
