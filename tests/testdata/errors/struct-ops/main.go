package main

import "unsafe"

type bpfCoreSock struct{}

type pair struct{ a, b uint64 }

type bpfCoreTcpCongestionOps struct {
	Init      func(sk *bpfCoreSock)
	Ssthresh  func(sk *bpfCoreSock) uint32
	CongAvoid func(sk *bpfCoreSock, ack, acked uint32)
	Release   func(sk *bpfCoreSock, what string)
	Name      string
	Owner     unsafe.Pointer
	Key       uint32
}

type bpfCoreNoNames struct {
	Run   func()
	Title string
}

type bpfCoreLists struct {
	Run   func()
	Items []uint32
}

type tcpOps struct {
	Ssthresh func(sk *bpfCoreSock) uint32
}

func bpfKfuncTcpRenoSsthresh(sk *bpfCoreSock) uint32

var limit, other uint32

func (p *pair) method(sk *bpfCoreSock) { limit = uint32(p.a) }

func half(sk *bpfCoreSock) uint32 { return limit / 2 }

func makeInit(n *uint32) func(sk *bpfCoreSock) {
	return func(sk *bpfCoreSock) { limit += *n }
}

//go:section .struct_ops
var longName = bpfCoreTcpCongestionOps{ // ERROR: `longName`: `Name` of `tcp_congestion_ops` holds at most 15 bytes without NUL, and this has 16
	Ssthresh: half,
	Name:     "sixteen_letters_",
}

//go:section .struct_ops
var bound = bpfCoreTcpCongestionOps{ // ERROR: `bound`: `Init` is a function that captures variables or a receiver
	Init: (&pair{1, 2}).method,
}

//go:section .struct_ops.link
var closure = bpfCoreTcpCongestionOps{ // ERROR: `closure`: `Init` is a function that captures variables or a receiver
	Init: makeInit(&other),
}

//go:section .struct_ops
var kfunc = bpfCoreTcpCongestionOps{ // ERROR: `kfunc`: `Ssthresh` is a function without a body
	Ssthresh: bpfKfuncTcpRenoSsthresh,
}

//go:section .struct_ops
var pointer = bpfCoreTcpCongestionOps{ // ERROR: `pointer`: `Owner` is no constant number
	Owner: unsafe.Pointer(&limit),
}

//go:section .struct_ops
var unnamed = tcpOps{Ssthresh: half} // ERROR: `unnamed` is in section `.struct_ops`, and its type `tcpOps` is no view of a struct of the kernel's

//go:section .struct_ops.links
var section = bpfCoreTcpCongestionOps{Ssthresh: half} // ERROR: `section` is in section `.struct_ops.links`, which no loader knows

//go:section .struct_ops
var title = bpfCoreNoNames{Title: "x"} // ERROR: `title`: `Title` is a string, and nothing says how many bytes `no_names` has for it

//go:section .struct_ops
var lists = bpfCoreLists{} // ERROR: `lists`: `Items` is of a type that no such struct of the kernel's has

func main() {}
