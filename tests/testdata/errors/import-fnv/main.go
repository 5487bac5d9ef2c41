package main

import (
	"hash/fnv"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *[16]byte) int32 {
	h := fnv.New32a() // ERROR: `hash/fnv.New32a` cannot
	h.Write(ctx[:])
	return int32(h.Sum32())
}

func main() {}
