package main

import _ "unsafe" // for go:section

type event struct{ pid, uid uint32 }

var last *event

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	last = &event{pid: *ctx} // ERROR: outlive|heap
	return 2
}

func main() {}
