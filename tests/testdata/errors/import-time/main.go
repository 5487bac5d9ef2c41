package main

import _ "unsafe" // for go:section

import "time"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	start := time.Now() // ERROR: `time.Now` cannot be used in BPF
	time.Sleep(time.Millisecond) // ERROR: `time.Sleep` cannot be used in BPF
	return int32(start.Year()) // ERROR: `\(time.Time\).Year` cannot be used in BPF
}

func main() {}
