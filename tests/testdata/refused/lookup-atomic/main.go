// RECORDED
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

var counts = bpf.HashMap[uint32, uint64]{MaxEntries: 16}

//go:noinline
func find(key uint32) *uint64 {
	return counts.Lookup(&key)
}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	atomic.AddUint64(find(ctx.IngressIfindex), 1) // REFUSED: nil-check
	return bpf.XdpPass
}

func main() {}
