package main

import "github.com/tinybpf/bpf"

//go:noinline
func clear(eth *bpf.Ethernet) {
	eth.Type = 0 // REFUSED: read-only
}

//export prog
//go:section cgroup_skb/ingress
func prog(ctx *bpf.SkBuff) int32 {
	if eth := bpf.At[bpf.Ethernet](ctx, 0); eth != nil {
		clear(eth)
	}
	return 1
}

func main() {}
