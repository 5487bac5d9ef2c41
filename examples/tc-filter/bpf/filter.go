//go:build tinygo

// Programs for both directions of a network interface that drop TCP and UDP packets to closed ports.
package main

import (
	"sync/atomic"
	"unsafe"
)

// What the kernel does with the packet (linux/pkt_cls.h).
const (
	// No opinion: the next program of the interface decides.
	tcActUnspec = -1
	tcActShot   = 2
)

// BPF_MAP_TYPE_HASH in linux/bpf.h.
const mapTypeHash = 1

// Types of Ethernet frames (linux/if_ether.h) as a little-endian machine reads them from the wire.
const (
	etherTypeIPv4 = 0x0008
	etherTypeIPv6 = 0xdd86
)

// Protocols above IP (linux/in.h).
const (
	protocolTCP = 6
	protocolUDP = 17
)

// The context of the programs (struct __sk_buff in linux/bpf.h), as far as they read it.
type skBuff struct {
	Length    uint32
	PktType   uint32
	Mark      uint32
	QueueMap  uint32
	EtherType uint32
}

// The length of an Ethernet header.
const ethernetLength = 14

type ipv4Header struct {
	VersionAndLength uint8
	TypeOfService    uint8
	TotalLength      uint16
	ID               uint16
	FragmentOffset   uint16
	TTL              uint8
	Protocol         uint8
	Checksum         uint16
	Source           [4]byte
	Destination      [4]byte
}

// The bits of FragmentOffset that hold the offset, as a little-endian machine reads them from the wire.
const fragmentOffset = 0xff1f

type ipv6Header struct {
	VersionAndFlow uint32
	PayloadLength  uint16
	NextHeader     uint8
	HopLimit       uint8
	Source         [16]byte
	Destination    [16]byte
}

// What TCP and UDP headers begin with, in network byte order.
type ports struct {
	Source      uint16
	Destination uint16
}

// Direction of a packet, as seen from this machine.
type Direction uint8

const (
	ingress Direction = iota
	egress
)

// Port is a destination of packets.
type Port struct {
	// Number is in network byte order.
	Number uint16
	// Protocol is that of the IP header: 6 for TCP, 17 for UDP.
	Protocol  uint8
	Direction Direction
}

// Counter counts packets and their bytes.
type Counter struct {
	Packets uint64
	Bytes   uint64
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// The closed ports, with what each had dropped.
var closed = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof(Port{})),
	ValueSize:  uint32(unsafe.Sizeof(Counter{})),
	MaxEntries: 1024,
}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfSkbLoadBytes(skb *skBuff, offset uint32, to unsafe.Pointer, length uint32) int64

//export filter_ingress
//go:section classifier
func filterIngress(skb *skBuff) int32 {
	return filter(skb, ingress)
}

//export filter_egress
//go:section classifier
func filterEgress(skb *skBuff) int32 {
	return filter(skb, egress)
}

func filter(skb *skBuff, direction Direction) int32 {
	protocol, offset := transport(skb)
	if protocol != protocolTCP && protocol != protocolUDP {
		return tcActUnspec
	}
	// The headers may lie in several pieces of memory: the helper collects them, where a read in place would find their end.
	var header ports
	if bpfSkbLoadBytes(skb, offset, unsafe.Pointer(&header), uint32(unsafe.Sizeof(header))) != 0 {
		return tcActUnspec
	}
	counter := counterOf(Port{Number: header.Destination, Protocol: protocol, Direction: direction})
	if counter == nil {
		return tcActUnspec
	}
	// Other CPUs count here too.
	atomic.AddUint64(&counter.Packets, 1)
	atomic.AddUint64(&counter.Bytes, uint64(skb.Length))
	return tcActShot
}

// counterOf returns the counter of a closed port, and nil for an open one.
func counterOf(port Port) *Counter {
	return (*Counter)(bpfMapLookupElem(unsafe.Pointer(&closed), unsafe.Pointer(&port)))
}

// transport finds the protocol above IP and where its header begins; 0 if there is none to be seen, as in all fragments but the
// first and behind extension headers of IPv6.
func transport(skb *skBuff) (protocol uint8, offset uint32) {
	switch skb.EtherType {
	case etherTypeIPv4:
		var ip ipv4Header
		if bpfSkbLoadBytes(skb, ethernetLength, unsafe.Pointer(&ip), uint32(unsafe.Sizeof(ip))) != 0 {
			return 0, 0
		}
		if ip.FragmentOffset&fragmentOffset != 0 {
			return 0, 0
		}
		// The lower half is the header's length in words of four bytes.
		return ip.Protocol, ethernetLength + 4*uint32(ip.VersionAndLength&0xf)
	case etherTypeIPv6:
		var ip ipv6Header
		if bpfSkbLoadBytes(skb, ethernetLength, unsafe.Pointer(&ip), uint32(unsafe.Sizeof(ip))) != 0 {
			return 0, 0
		}
		return ip.NextHeader, ethernetLength + uint32(unsafe.Sizeof(ip))
	}
	return 0, 0
}

func main() {}
