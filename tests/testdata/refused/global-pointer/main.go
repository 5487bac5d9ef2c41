package main

import (
	"sync/atomic"
	_ "unsafe"
)

var total uint64

//export bump
//go:section .text
func bump(p *uint64) int32 {
	atomic.AddUint64(p, 1) // REFUSED: nil-check
	return 0
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	n := uint64(*ctx)
	return bump(&n) + int32(n)
}

func main() {}

// EXPLAINED: R1 is the parameter `p` of `bump`
