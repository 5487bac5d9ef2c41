package main

import _ "unsafe"

type bpfCoreSock struct{}

type bpfCoreTcpCongestionOps struct {
	Release func(sk *bpfCoreSock, what string)
	Init    func(share float32)
}

var released int

func release(sk *bpfCoreSock, what string) { // ERROR: `main.release` in member `release` has a parameter that is not one number or pointer
	released += len(what)
}

//go:section .struct_ops
var reno = bpfCoreTcpCongestionOps{
	Release: release,
}

//go:section .struct_ops
var cubic = bpfCoreTcpCongestionOps{Init: func(share float32) { released++ }} // ERROR: the literal in member `init` has a parameter that is not one number or pointer

func main() {}
