package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type node struct {
	value int32
	next  *node
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var head *node
	for i := int32(0); i < 3; i++ {
		head = &node{value: i + int32(ctx.A), next: head}
	}
	total := int32(0)
	for n := head; n != nil; n = n.next {
		total += n.value
	}
	return total
}

func main() {}
