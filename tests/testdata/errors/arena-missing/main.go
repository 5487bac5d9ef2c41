package main

import "unsafe"

//go:section .addr_space.1
var total uint64 // ERROR: `total` is in section `.addr_space.1`, whose variables lie in an arena, and there is none

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	total++
	return 2
}

func main() {}
