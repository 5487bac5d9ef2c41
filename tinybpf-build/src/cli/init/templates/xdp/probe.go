// An XDP program that drops IPv4 packets from blocked sources and counts what it does with each packet.
package main

import "github.com/tinybpf/bpf"

// Counter counts packets and their bytes.
type Counter struct{ Packets, Bytes uint64 }

var (
	// The blocked source addresses, with the number of packets that each had dropped.
	blocked = bpf.HashMap[[4]byte, uint64]{MaxEntries: 1024}
	// A counter for each verdict, indexed by it.
	counters = bpf.PerCPUArray[Counter]{MaxEntries: 5}
)

//export filter
//go:section xdp
func filter(ctx *bpf.XdpMd) bpf.XdpAction {
	verdict := bpf.XdpPass
	if isBlocked(ctx) {
		verdict = bpf.XdpDrop
	}
	if counter := counters.Lookup(uint32(verdict)); counter != nil {
		counter.Packets++
		counter.Bytes += uint64(ctx.DataEnd - ctx.Data)
	}
	return verdict
}

// isBlocked says whether the packet is IPv4 from a blocked address, and counts it there.
func isBlocked(ctx *bpf.XdpMd) bool {
	// The verifier lets the program read only what it has compared with the end of the packet, which At does.
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	if eth == nil || eth.Type.Host() != bpf.EthernetTypeIPv4 {
		return false
	}
	ip := bpf.At[bpf.IPv4](ctx, bpf.EthernetLen)
	if ip == nil {
		return false
	}
	source := ip.Source.Bytes()
	dropped := blocked.Lookup(&source)
	if dropped == nil {
		return false
	}
	if *dropped == 0 {
		bpf.Info("dropping packets from %s", ip.Source)
	}
	*dropped++
	return true
}

func main() {}
