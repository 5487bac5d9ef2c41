// A field that connections have since Linux 6.2.
package main

import _ "unsafe"

type bpfSockOps struct {
	Op          uint32
	_           [53]uint32
	SkbHwtstamp uint64
}

// BPF_SOCK_OPS_ACTIVE_ESTABLISHED_CB in linux/bpf.h.
const established = 4

var connections, times uint64

//export on_connection
//go:section sockops
func onConnection(ctx *bpfSockOps) int32 {
	if ctx.Op == established {
		connections++
		times += ctx.SkbHwtstamp
	}
	return 1
}

func main() {}
