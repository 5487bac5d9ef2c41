package main

import _ "unsafe" // for go:section

type event struct{ pid, uid uint32 }

var last *event

var first *uint32

func take(n uint32) { // ERROR: `n` outlives
	first = &n
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	last = &event{pid: *ctx} // ERROR: outlive|heap
	take(*ctx)
	return 2
}

func main() {}
