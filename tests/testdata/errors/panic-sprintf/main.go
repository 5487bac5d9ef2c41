package main

import (
	"fmt"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	if *ctx > 1500 {
		panic(fmt.Sprintf("too long: %d", *ctx)) // ERROR: `fmt.Sprintf` cannot
	}
	return 2
}

func main() {}
