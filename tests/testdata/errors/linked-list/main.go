package main

import _ "unsafe"

type node struct {
	value uint32
	next  *node
}

var head *node

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	head = &node{*ctx, head} // ERROR: composite literal outlives
	n := int32(0)
	for p := head; p != nil; p = p.next {
		n++
	}
	return n
}

func main() {}
