// RECORDED
package main

import "github.com/tinybpf/bpf"

type event struct{ time, kind uint64 }

var events = bpf.RingBuf[event]{MaxEntries: 4096}

//go:noinline
func begin(kind uint64) *event {
	e := events.Reserve()
	if e != nil {
		e.kind = kind
	}
	return e
}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	e := begin(1)
	if e != nil && ctx.RxQueueIndex == 0 {
		events.Submit(e)
	}
	return bpf.XdpPass // REFUSED: unreleased-reference
}

func main() {}
