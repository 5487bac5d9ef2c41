// RECORDED
package main

import bpf "github.com/tinybpf/bpf"

var events = bpf.RingBuf[bpf.Ethernet]{MaxEntries: 4096}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	if eth == nil {
		return bpf.XdpPass
	}
	events.Output(eth, 0) // REFUSED: packet-argument
	return bpf.XdpPass
}

func main() {}
