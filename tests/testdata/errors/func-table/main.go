package main

import _ "unsafe" // for go:section

func double(n uint32) uint32 { return 2 * n }
func triple(n uint32) uint32 { return 3 * n }

var table = [2]func(uint32) uint32{double, triple}

type op struct{ run func(uint32) uint32 }

var chosen op

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	n := table[*ctx&1](*ctx) // ERROR: func value
	if chosen.run != nil {
		n = chosen.run(n) // ERROR: func value
	}
	return int32(n)
}

func main() {}
