package main

import _ "unsafe" // for go:section

import "sync"

var mu sync.Mutex
var n uint32

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	mu.Lock() // ERROR: `\(\*sync.Mutex\).Lock` cannot be used in BPF
	n++
	mu.Unlock() // ERROR: `\(\*sync.Mutex\).Unlock` cannot be used in BPF
	return 2
}

func main() {}
