package main

import _ "unsafe" // for go:section

type pair struct{ a, b uint64 }

func (p *pair) first() uint64 { return p.a }

var table [8]uint64

//export many
//go:section .text
func many(a, b, c, d, e, f uint64) int32 { // ERROR: global function `many` takes 6 argument words, and BPF passes arguments in 5 registers
	return int32(a + b + c + d + e + f)
}


//export structs
//go:section .text
func structs(p pair) pair { // ERROR: global function `structs` returns more than a number
	return pair{p.b, p.a}
}

//export address
//go:section .text
func address(p *pair) *uint64 { // ERROR: global function `address` returns an address, and the kernel takes numbers only
	return &p.a
}

//export floats
//go:section .text
func floats(f float32) int32 { // ERROR: global function `floats` takes more than numbers and addresses
	return 0
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return 2
}

//export forgotten
func forgotten(ctx *uint32) int32 { // ERROR: program `forgotten` has no section
	return 2
}

func main() {}
