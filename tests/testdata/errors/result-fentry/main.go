package main

import _ "unsafe"

//export prog
//go:section fentry/vfs_open
func prog(ctx *uint64) int32 {
	return 1 // ERROR: program `prog` returns 1, and the kernel takes 0 from
}

func main() {}
