// Programs for both directions of a network interface that drop TCP packets to closed ports.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// Counter counts packets and their bytes.
type Counter struct{ Packets, Bytes uint64 }

// The closed ports, with what each had dropped.
var closed = bpf.HashMap[bpf.Be16, Counter]{MaxEntries: 1024}

//export filter_ingress
//go:section classifier
func filterIngress(skb *bpf.SkBuff) bpf.TcAction { return filter(skb) }

//export filter_egress
//go:section classifier
func filterEgress(skb *bpf.SkBuff) bpf.TcAction { return filter(skb) }

// filter has no opinion on what it does not drop: the next program of the interface decides.
func filter(skb *bpf.SkBuff) bpf.TcAction {
	// The headers may lie in several pieces of memory: the helper collects them.
	var ip bpf.IPv4
	if skb.Protocol != uint32(bpf.ToBe16(bpf.EthernetTypeIPv4)) || bpf.SkbLoadBytes(skb, bpf.EthernetLen, &ip) != 0 {
		return bpf.TcActUnspec
	}
	var tcp bpf.TCP
	offset := bpf.EthernetLen + uint32(ip.HeaderLen())
	if ip.Protocol != bpf.ProtocolTCP || bpf.SkbLoadBytes(skb, offset, &tcp) != 0 {
		return bpf.TcActUnspec
	}
	counter := closed.Lookup(&tcp.Destination)
	if counter == nil {
		return bpf.TcActUnspec
	}
	if counter.Packets == 0 {
		bpf.Info("dropping packets to port %d, the first from %s", tcp.Destination, ip.Source)
	}
	// Other CPUs count here too.
	atomic.AddUint64(&counter.Packets, 1)
	atomic.AddUint64(&counter.Bytes, uint64(skb.Len))
	return bpf.TcActShot
}

func main() {}
