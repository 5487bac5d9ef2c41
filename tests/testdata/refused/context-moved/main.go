// RECORDED
package main

import "github.com/tinybpf/bpf"

//go:noinline
func read(field *uint32) uint32 {
	return *field // REFUSED: context-moved
}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	return bpf.XdpAction(read(&ctx.RxQueueIndex))
}

func main() {}
