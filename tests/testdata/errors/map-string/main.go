package main

import _ "unsafe" // for go:section

var byName map[string]uint32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	byName["lo"]++ // ERROR: Go maps
	return int32(byName["eth0"]) // ERROR: Go maps
}

func main() {}
