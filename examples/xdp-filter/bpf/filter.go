//go:build tinygo

// An XDP program that drops IPv4 packets from blocked source addresses and counts what it does with each packet.
package main

import "unsafe"

// What the kernel does with the packet (enum xdp_action in linux/bpf.h).
const (
	xdpDrop = 1
	xdpPass = 2
)

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypeHash        = 1
	mapTypePerCPUArray = 6
)

// The context of an XDP program (struct xdp_md in linux/bpf.h).
type xdpMd struct {
	Data           uint32
	DataEnd        uint32
	DataMeta       uint32
	IngressIfindex uint32
	RxQueueIndex   uint32
	EgressIfindex  uint32
}

type ethernetHeader struct {
	Destination [6]byte
	Source      [6]byte
	Type        uint16
}

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

// The EtherType of IPv4 as a little-endian machine reads it from the wire.
const etherTypeIPv4 = 0x0008

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

// The blocked source addresses, with the number of packets that each had dropped.
var blocklist = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof([4]byte{})),
	ValueSize:  uint32(unsafe.Sizeof(uint64(0))),
	MaxEntries: 1024,
}

// A counter for each verdict, indexed by it.
var counters = bpfMapDef{
	Type:       mapTypePerCPUArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(Counter{})),
	MaxEntries: 5,
}

//go:extern bpf_map_lookup_elem
func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export xdp_filter
//go:section xdp
func xdpFilter(ctx *xdpMd) int32 {
	verdict := uint32(xdpPass)
	if isBlocked(ctx) {
		verdict = xdpDrop
	}
	counter := (*Counter)(bpfMapLookupElem(unsafe.Pointer(&counters), unsafe.Pointer(&verdict)))
	if counter != nil {
		counter.Packets++
		counter.Bytes += uint64(ctx.DataEnd - ctx.Data)
	}
	return int32(verdict)
}

// isBlocked says whether the packet is IPv4 from a blocked address, and counts it there.
func isBlocked(ctx *xdpMd) bool {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	ip := data + unsafe.Sizeof(ethernetHeader{})
	// The verifier lets the program read only what it has compared with the end of the packet.
	if ip+unsafe.Sizeof(ipv4Header{}) > end {
		return false
	}
	if (*ethernetHeader)(unsafe.Pointer(data)).Type != etherTypeIPv4 {
		return false
	}
	source := (*ipv4Header)(unsafe.Pointer(ip)).Source
	dropped := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&blocklist), unsafe.Pointer(&source)))
	if dropped == nil {
		return false
	}
	*dropped++
	return true
}

func main() {}
