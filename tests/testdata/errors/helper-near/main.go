package main

import _ "unsafe" // for go:section

func ktimeGetNs() uint64
func BPFGetPrandomU32() uint32
func bpfKtimeGetNanos() uint64

//export prog
//go:section kprobe/do_exit
func prog(ctx *uint32) int32 {
	a := ktimeGetNs()       // ERROR: `ktimeGetNs` has no body, and is no helper
	b := BPFGetPrandomU32() // ERROR: `BPFGetPrandomU32` has no body
	c := bpfKtimeGetNanos() // ERROR: no helper `bpfKtimeGetNanos`
	return int32(a+c) + int32(b)
}

func main() {}
