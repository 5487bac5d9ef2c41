package main

import (
	"sync/atomic"
	_ "unsafe"
)

type config struct{ limit uint32 }

var current atomic.Pointer[config]

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	if c := current.Load(); c != nil && *ctx > c.limit { // ERROR: loaded from the package variable `current`
		return 1
	}
	return 2
}

var kept *uint32
var first uint32

// On one of two ways.
//
//export keep
//go:section socket
func keep(ctx *uint32) int32 {
	p := kept
	if p == nil {
		p = &first
	}
	return int32(*p) // ERROR: loaded from the package variable `kept`
}

func main() {}
