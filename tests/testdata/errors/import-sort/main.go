package main

import _ "unsafe" // for go:section

import "sort"

var top [8]int

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	sort.Ints(top[:]) // ERROR: `sort.Ints` cannot be used in BPF
	return int32(top[0])
}

func main() {}
