package main

import _ "unsafe" // for go:section

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	c := make(chan uint32, 1) // ERROR: channels cannot be used in BPF
	c <- *ctx                 // ERROR: channels
	v := *ctx + <-c           // ERROR: channels
	close(c)                  // ERROR: channels
	return int32(v) + int32(len(c)) // ERROR: channels
}

func main() {}
