package main

import _ "unsafe"

//export prog
//go:section lsm/file_open
func prog(ctx *uint64) int32 {
	return 1 // ERROR: program `prog` returns 1, and the kernel takes -4095 to 0
}

func main() {}
