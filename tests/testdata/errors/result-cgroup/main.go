package main

import _ "unsafe"

//export prog
//go:section cgroup/connect4
func prog(ctx *uint32) int32 {
	return 2 // ERROR: program `prog` returns 2, and the kernel takes 0 to 1
}

func main() {}
