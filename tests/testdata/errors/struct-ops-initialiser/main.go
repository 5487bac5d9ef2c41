package main

import _ "unsafe"

type bpfCoreSock struct{}

type bpfCoreTcpCongestionOps struct {
	Ssthresh func(sk *bpfCoreSock) uint32
	Key      uint32
}

func bpfGetPrandomU32() uint32

func half(sk *bpfCoreSock) uint32 { return 2 }

//go:section .struct_ops
var reno = bpfCoreTcpCongestionOps{ // ERROR: variable `reno` gets its initial value from code that runs at start-up
	Ssthresh: half,
	Key:      bpfGetPrandomU32(),
}

func main() {}
