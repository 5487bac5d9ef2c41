package main

import _ "unsafe" // for go:section

import "runtime"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	runtime.Gosched() // ERROR: `runtime.Gosched` cannot be used in BPF
	return int32(runtime.NumCPU()) // ERROR: `runtime.NumCPU` cannot be used in BPF
}

func main() {}
