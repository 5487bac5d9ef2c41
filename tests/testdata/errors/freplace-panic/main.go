package main

import _ "unsafe" // for go:section

type xdpMd struct{ data, dataEnd uint32 }

var table [8]int32

//export panics
//go:section freplace/pick
func panics(ctx *xdpMd, index uint32) int32 {
	return table[index] // ERROR: this can panic in program `panics`, and the function that it replaces could return anything
}

//export below
//go:section freplace/pick
func below(ctx *xdpMd, index uint32) int32 {
	return deep(index) // ERROR: this can panic in program `below`
}

//go:noinline
func deep(index uint32) int32 {
	return table[index]
}

func bpfPanicVerdict(verdict int32)

//export told
//go:section freplace/pick
func told(ctx *xdpMd, index uint32) int32 {
	bpfPanicVerdict(0)
	return table[index] + deep(index)
}

//export safe
//go:section freplace/pick
func safe(ctx *xdpMd, index uint32) int32 {
	return table[index&7] + int32(ctx.data)
}

func main() {}
