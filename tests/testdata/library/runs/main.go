// A program of each type that a test can run, and one of a type that it cannot.
package main

import "github.com/tinybpf/bpf"

// Seen is what programs that change no packet leave behind.
type Seen struct {
	Argument, Last uint64
}

var seen Seen

// xdpGrow makes a packet longer, and writes into it. A packet that came in from elsewhere is sent back.
//
//export xdp_grow
//go:section xdp
func xdpGrow(ctx *bpf.XdpMd) bpf.XdpAction {
	if ctx.IngressIfindex != 1 {
		return bpf.XdpTx
	}
	if bpf.XdpAdjustTail(ctx, 6) != 0 {
		return bpf.XdpAborted
	}
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	if eth == nil {
		return bpf.XdpDrop
	}
	eth.Type = bpf.ToBe16(bpf.EthernetTypeIPv6)
	return bpf.XdpPass
}

//export tc_mark
//go:section tc
func tcMark(ctx *bpf.SkBuff) bpf.TcAction {
	ctx.Mark += 7
	if ctx.Len > 20 {
		return bpf.TcActUnspec
	}
	return bpf.TcActShot
}

//export socket_cut
//go:section socket
func socketCut(ctx *bpf.SkBuff) int32 {
	return int32(ctx.Len) + 1
}

//export dissect
//go:section flow_dissector
func dissect(ctx *bpf.SkBuff) int32 {
	ctx.FlowKeys.IPProtocol = bpf.ProtocolSCTP
	return 0
}

//export raw_keep
//go:section raw_tp/sys_enter
func rawKeep(ctx *bpf.RawTracepointArgs) int32 {
	seen = Seen{ctx.Args[0], ctx.Args[1]}
	return 9
}

//export look_up
//go:section sk_lookup
func lookUp(ctx *bpf.SkLookup) bpf.SkAction {
	if ctx.LocalPort == 80 {
		return bpf.SkPass
	}
	return bpf.SkDrop
}

// Call is the context of a `syscall` program.
type Call struct{ Argument, Result uint64 }

//export double
//go:section syscall
func double(ctx *Call) int32 {
	ctx.Result = 2 * ctx.Argument
	return -5
}

//export unsupported
//go:section tracepoint/syscalls/sys_enter_getpid
func unsupported(*[64]byte) int32 {
	return 0
}

func main() {}
