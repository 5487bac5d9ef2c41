package main

import _ "unsafe" // for go:section

import "os"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if os.Getenv("DEBUG") != "" { // ERROR: `os.Getenv` cannot be used in BPF
		os.Exit(1) // ERROR: `os.Exit` cannot be used in BPF
	}
	return int32(os.Getpid()) // ERROR: `os.Getpid` cannot be used in BPF
}

func main() {}
