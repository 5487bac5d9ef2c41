package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

var xdpRuns, ingressRuns, egressRuns, socketRuns, reuseportRuns, lookupRuns, dissectorRuns uint64

//export on_xdp
//go:section xdp
func onXdp(ctx *bpf.XdpMd) bpf.XdpAction {
	atomic.AddUint64(&xdpRuns, 1)
	return bpf.XdpPass
}

//export on_ingress
//go:section classifier
func onIngress(ctx *bpf.SkBuff) bpf.TcAction {
	atomic.AddUint64(&ingressRuns, 1)
	return bpf.TcActUnspec
}

//export on_egress
//go:section classifier
func onEgress(ctx *bpf.SkBuff) bpf.TcAction {
	atomic.AddUint64(&egressRuns, 1)
	return bpf.TcActUnspec
}

//export on_socket
//go:section socket
func onSocket(ctx *bpf.SkBuff) int32 {
	atomic.AddUint64(&socketRuns, 1)
	return int32(ctx.Len)
}

//export on_reuseport
//go:section sk_reuseport
func onReuseport(ctx *bpf.SkReuseportMd) bpf.SkAction {
	atomic.AddUint64(&reuseportRuns, 1)
	return bpf.SkPass
}

//export on_lookup
//go:section sk_lookup
func onLookup(ctx *bpf.SkLookup) bpf.SkAction {
	atomic.AddUint64(&lookupRuns, 1)
	return bpf.SkPass
}

//export on_dissector
//go:section flow_dissector
func onDissector(ctx *bpf.SkBuff) int32 {
	atomic.AddUint64(&dissectorRuns, 1)
	return flowDissectorContinue
}

// The kernel's own dissector does the work (BPF_FLOW_DISSECTOR_CONTINUE).
const flowDissectorContinue = 129

// rehash has the kernel dissect each packet.
//
//export rehash
//go:section classifier
func rehash(ctx *bpf.SkBuff) bpf.TcAction {
	bpf.SetHashInvalid(ctx)
	bpf.GetHashRecalc(ctx)
	return bpf.TcActUnspec
}

func main() {}
