package main

import _ "unsafe" // for go:section

var seen map[uint32]uint64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	m := make(map[uint32]uint32) // ERROR: Go maps
	m[*ctx] = 1                  // ERROR: Go maps
	if _, ok := seen[*ctx]; ok { // ERROR: Go maps
		delete(seen, *ctx) // ERROR: Go maps
	}
	var sum uint64
	for _, v := range seen { // ERROR: Go maps
		sum += v
	}
	return int32(len(m)) + int32(sum) // ERROR: Go maps
}

// As the first statement, and of a variable.
//
//export first
//go:section xdp
func first(ctx *uint32) int32 {
	for _, v := range seen { // ERROR: Go maps
		if v == 3 {
			return 2
		}
	}
	value := uint64(5)
	seen[1] = value // ERROR: Go maps
	return 2
}

func main() {}
