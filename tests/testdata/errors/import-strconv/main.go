package main

import _ "unsafe" // for go:section

import "strconv"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	s := strconv.Itoa(int(*ctx)) // ERROR: `strconv.Itoa` cannot be used in BPF
	return int32(len(s))
}

func main() {}
