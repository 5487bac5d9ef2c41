package main

import (
	"hash/crc32"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *[16]byte) int32 {
	return int32(crc32.ChecksumIEEE(ctx[:])) // ERROR: `hash/crc32.ChecksumIEEE` cannot
}

func main() {}
