package main

import "unsafe"

type bpfCoreSock struct{}

type bpfCoreTcpCongestionOps struct {
	Ssthresh func(sk *bpfCoreSock) uint32
	Flags    uint32
}

var limit [4]uint32

// The section is that of another kind of program.
//
//go:section xdp
func half(sk *bpfCoreSock) uint32 { // ERROR: program `half` is in section `xdp`, and the kernel is to call it through `reno`
	return limit[0] / 2
}

//go:section .struct_ops
var reno = bpfCoreTcpCongestionOps{
	Ssthresh: half,
}

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	reno.Flags = 3 // ERROR: `reno` is used like a variable, but it is a struct for the kernel
	return 2
}

func main() {}
