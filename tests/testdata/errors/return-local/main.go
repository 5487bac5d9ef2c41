package main

import _ "unsafe"

type event struct{ pid, tid uint32 }

//go:noinline
func newEvent(pid uint32) *event {
	e := event{pid: pid} // ERROR: `e` outlives
	return &e
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	e := newEvent(*ctx)
	return int32(e.pid)
}

func main() {}
