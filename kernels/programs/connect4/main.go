// Forbids connections to one port.
package main

import _ "unsafe" // go:section

// The port in network byte order.
//
//go:section .rodata
var port uint32

var denied uint64

// The beginning of struct bpf_sock_addr in linux/bpf.h.
type sockAddr struct {
	Family   uint32
	Address  uint32
	Address6 [4]uint32
	Port     uint32
}

//export on_connect
//go:section cgroup/connect4
func onConnect(ctx *sockAddr) int32 {
	if ctx.Port != port {
		return 1
	}
	denied++
	return 0
}

func main() {}
