package main

import (
	"sync/atomic"
	_ "unsafe"
)

type config struct{ limit uint32 }

var current atomic.Value

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	c := current.Load().(config) // ERROR: type assertions
	if *ctx > c.limit {
		return 1
	}
	return 2
}

func main() {}
