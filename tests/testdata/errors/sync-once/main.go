package main

import (
	"sync"
	_ "unsafe"
)

var once sync.Once
var ready uint32

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	once.Do(func() { ready = 1 }) // ERROR: `\(\*sync.Once\).Do` cannot be used in BPF
	return int32(ready)
}

func main() {}
