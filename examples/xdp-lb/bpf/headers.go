//go:build tinygo

package main

import "unsafe"

type ethernetHeader struct {
	Destination [6]byte
	Source      [6]byte
	Type        uint16
}

// The EtherType of IPv4 as a little-endian machine reads it from the wire.
const etherTypeIPv4 = 0x0008

// Numbers are in network byte order.
type ipv4Header struct {
	VersionAndLength uint8
	TypeOfService    uint8
	TotalLength      uint16
	ID               uint16
	Fragment         uint16
	TTL              uint8
	Protocol         uint8
	Checksum         uint16
	Source           uint32
	Destination      uint32
}

const (
	// IPv4, with a header of five words: no options.
	versionAndLength = 4<<4 | 5
	// The offset and the "more fragments" flag in Fragment, as a little-endian machine reads them from the wire.
	fragmented = 0xff3f
)

// What TCP and UDP headers begin with.
type ports struct {
	Source      uint16
	Destination uint16
}

type tcpHeader struct {
	ports
	Sequence       uint32
	Acknowledgment uint32
	OffsetAndFlags uint16
	Window         uint16
	Checksum       uint16
	Urgent         uint16
}

type udpHeader struct {
	ports
	Length   uint16
	Checksum uint16
}

// ipv4 returns the packet's IPv4 header, or nil if it has none, or one with options, or is a fragment: only the first fragment
// says which connection it belongs to.
func ipv4(ctx *xdpMd) *ipv4Header {
	ethernet := (*ethernetHeader)(at(ctx, 0, unsafe.Sizeof(ethernetHeader{})))
	ip := (*ipv4Header)(at(ctx, unsafe.Sizeof(ethernetHeader{}), unsafe.Sizeof(ipv4Header{})))
	if ethernet == nil || ip == nil || ethernet.Type != etherTypeIPv4 {
		return nil
	}
	if ip.VersionAndLength != versionAndLength || ip.Fragment&fragmented != 0 {
		return nil
	}
	return ip
}

// transport returns so many bytes behind the IPv4 header, or nil if the packet is shorter.
func transport(ctx *xdpMd, size uintptr) unsafe.Pointer {
	return at(ctx, unsafe.Sizeof(ethernetHeader{})+unsafe.Sizeof(ipv4Header{}), size)
}

// at returns so many bytes of the packet from an offset on, or nil if it is shorter: the verifier lets a program touch only what
// it has compared with the packet's end.
func at(ctx *xdpMd, offset, size uintptr) unsafe.Pointer {
	start := uintptr(ctx.Data) + offset
	if start+size > uintptr(ctx.DataEnd) {
		return nil
	}
	return unsafe.Pointer(start)
}
