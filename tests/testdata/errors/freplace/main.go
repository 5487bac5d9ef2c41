package main

import "unsafe"

type xdpMd struct{ data, dataEnd uint32 }

var table [8]int32

//export untyped
//go:section freplace/pick
func untyped(ctx unsafe.Pointer) int32 { // ERROR: program `untyped` takes an address without a type
	return 2
}

//export many
//go:section freplace/pick
func many(a, b, c, d, e, f uint64) int32 { // ERROR: program `many` takes what no global function takes
	return 2
}

func main() {}
