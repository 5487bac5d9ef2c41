package main

import (
	"runtime"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	_, _, line, _ := runtime.Caller(0) // ERROR: `runtime.Caller` cannot
	return int32(line)
}

func main() {}
