package main

import _ "unsafe" // for go:section

func bpfKtimeGetNs() uint64

var started = bpfKtimeGetNs() // ERROR: variable `started` gets its initial value

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if bpfKtimeGetNs()-started > 1000 {
		return 1
	}
	return 2
}

func main() {}
