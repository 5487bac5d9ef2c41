// Fields that contexts have only since later kernels than the lowest that is asked for.
// min_kernel: 5.10
package main

import "unsafe"

// struct __sk_buff in linux/bpf.h, up to what is read here.
type skBuff struct {
	Len    uint32
	_      [37]uint32
	Tstamp uint64
	_      [3]uint64
	Hwtime uint64
}

type bpfSockOps struct {
	Op         uint32
	_          [45]uint32
	Sk         unsafe.Pointer
	_          [3]uint64
	SkbHwstamp uint64
}

type skLookup struct {
	_       [16]uint32
	Ifindex uint32
}

// A view, whose fields the loader finds.
type bpfCoreSkReuseportMd struct {
	Hash        uint32
	MigratingSk unsafe.Pointer
	Sk          unsafe.Pointer
}

var times uint64

//export on_packet
//go:section tc
func onPacket(ctx *skBuff) int32 {
	times += ctx.Tstamp
	times += hardware(ctx, 1)
	return 0
}

//go:noinline
func hardware(ctx *skBuff, n uint64) uint64 {
	if n == uint64(ctx.Len) {
		return 0
	}
	return ctx.Hwtime // ERROR: the field hwtstamp of __sk_buff: came with Linux 5\.16, and the program is to load on Linux 5\.10
}

//export on_socket
//go:section sockops
func onSocket(ctx *bpfSockOps) int32 {
	if ctx.Op == 3 {
		times = ctx.SkbHwstamp // ERROR: the field skb_hwtstamp of bpf_sock_ops: came with Linux 6\.2
	}
	return 1
}

//export choose
//go:section sk_lookup
func choose(ctx *skLookup) int32 {
	times = uint64(ctx.Ifindex) // ERROR: the field ingress_ifindex of bpf_sk_lookup: came with Linux 5\.17
	return 1
}

func bpfCoreFieldExists(field unsafe.Pointer) bool

//export reuse
//go:section sk_reuseport
func reuse(ctx *bpfCoreSkReuseportMd) int32 {
	if ctx.Sk == nil { // ERROR: the field sk of sk_reuseport_md: came with Linux 5\.14
		times = uint64(ctx.Hash)
	}
	if bpfCoreFieldExists(unsafe.Pointer(&ctx.MigratingSk)) && ctx.MigratingSk != nil {
		times = 0
	}
	return 1
}

func main() {}
