package main

import _ "unsafe" // for go:section

import "fmt"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	fmt.Println("packet") // ERROR: `fmt.Println` cannot be used in BPF
	name := fmt.Sprintf("if%d", *ctx) // ERROR: `fmt.Sprintf` cannot be used in BPF
	return int32(len(name))
}

func main() {}
