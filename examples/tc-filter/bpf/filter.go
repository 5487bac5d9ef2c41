// Programs for both directions of a network interface that drop TCP and UDP packets to closed ports.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// What TCP and UDP headers begin with.
type ports struct {
	Source      bpf.Be16
	Destination bpf.Be16
}

// Direction of a packet, as seen from this machine.
type Direction uint8

const (
	ingress Direction = iota
	egress
)

// Port is a destination of packets.
type Port struct {
	Number bpf.Be16
	// Protocol is that of the IP header: 6 for TCP, 17 for UDP.
	Protocol  uint8
	Direction Direction
}

// Counter counts packets and their bytes.
type Counter struct {
	Packets uint64
	Bytes   uint64
}

// The closed ports, with what each had dropped.
var closed = bpf.HashMap[Port, Counter]{MaxEntries: 1024}

//export filter_ingress
//go:section classifier
func filterIngress(skb *bpf.SkBuff) bpf.TcAction {
	return filter(skb, ingress)
}

//export filter_egress
//go:section classifier
func filterEgress(skb *bpf.SkBuff) bpf.TcAction {
	return filter(skb, egress)
}

// filter has no opinion on what it does not drop: the next program of the interface decides.
func filter(skb *bpf.SkBuff, direction Direction) bpf.TcAction {
	protocol, offset := transport(skb)
	if protocol != bpf.ProtocolTCP && protocol != bpf.ProtocolUDP {
		return bpf.TcActUnspec
	}
	// The headers may lie in several pieces of memory: the helper collects them, where a read in place would find their end.
	var header ports
	if bpf.SkbLoadBytes(skb, offset, &header) != 0 {
		return bpf.TcActUnspec
	}
	counter := closed.Lookup(&Port{Number: header.Destination, Protocol: protocol, Direction: direction})
	if counter == nil {
		return bpf.TcActUnspec
	}
	// Other CPUs count here too.
	atomic.AddUint64(&counter.Packets, 1)
	atomic.AddUint64(&counter.Bytes, uint64(skb.Len))
	return bpf.TcActShot
}

// transport finds the protocol above IP and where its header begins; 0 if there is none to be seen, as in all fragments but the
// first and behind extension headers of IPv6.
func transport(skb *bpf.SkBuff) (protocol uint8, offset uint32) {
	switch skb.Protocol {
	case uint32(bpf.ToBe16(bpf.EthernetTypeIPv4)):
		var ip bpf.IPv4
		if bpf.SkbLoadBytes(skb, bpf.EthernetLen, &ip) != 0 {
			return 0, 0
		}
		// Flags aside.
		if ip.FragOff.Host()&0x1fff != 0 {
			return 0, 0
		}
		return ip.Protocol, bpf.EthernetLen + uint32(ip.HeaderLen())
	case uint32(bpf.ToBe16(bpf.EthernetTypeIPv6)):
		var ip bpf.IPv6
		if bpf.SkbLoadBytes(skb, bpf.EthernetLen, &ip) != 0 {
			return 0, 0
		}
		return ip.NextHeader, bpf.EthernetLen + bpf.IPv6Len
	}
	return 0, 0
}

func main() {}
