package main

import "unsafe"

func bpfKtimeGetNs(clock uint32) uint64

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	return int32(bpfKtimeGetNs(1)) // ERROR: argument
}

func main() {}
