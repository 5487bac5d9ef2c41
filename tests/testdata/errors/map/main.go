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

func main() {}
