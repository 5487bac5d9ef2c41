// RECORDED
package main

import (
	"unsafe"

	bpf "github.com/tinybpf/bpf"
)

type counters struct{ packets, bytes uint64 }

var table = bpf.Array[uint64]{MaxEntries: 1}

//export add
//go:section .text
//go:noinline
func add(c *counters, length uint32) uint32 {
	if c == nil {
		return 0
	}
	c.packets++
	c.bytes += uint64(length)
	return length
}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	packets := table.Lookup(0)
	if packets == nil {
		return bpf.XdpPass
	}
	add((*counters)(unsafe.Pointer(packets)), ctx.DataEnd-ctx.Data) // REFUSED: global-function
	return bpf.XdpPass
}

func main() {}

// EXPLAINED: invalid access to map value, value_size=8 off=0 size=16
