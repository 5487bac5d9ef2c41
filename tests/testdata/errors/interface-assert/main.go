package main

import _ "unsafe" // for go:section

type pair struct{ a, b uint32 }

var other interface{}
var origin pair

func box(n uint32) interface{} {
	if n > 3 {
		return n
	}
	if n > 2 {
		return int32(n)
	}
	if n > 1 {
		return &origin
	}
	return other
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	v := box(*ctx)
	n := v.(uint32) // ERROR: type assertion
	if m, ok := v.(int32); ok { // ERROR: type assertion
		n += uint32(m)
	}
	if s, ok := v.(interface{ size() uint32 }); ok { // ERROR: type assertion
		n += s.size() // ERROR: calls of interface methods
	}
	return int32(n)
}

func (p *pair) size() uint32 { return p.a }

func main() {}
