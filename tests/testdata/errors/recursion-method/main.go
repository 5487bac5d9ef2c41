package main

import _ "unsafe" // for go:section

type node struct {
	left, right *node
	n           uint32
}

func (t *node) sum() uint32 {
	if t == nil {
		return 0
	}
	return t.n + t.left.sum() + t.right.sum() // ERROR: recursion .*\(\*main.node\).sum
}

var root node

//export prog
//go:section xdp
func prog(ctx *uint32) int32 { return int32(root.sum()) }

func main() {}
