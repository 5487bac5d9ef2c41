//go:build tinygo

// A load balancer in XDP: it sends each connection to one of the servers behind its address, and gives their answers that address
// back. The kernel routes what the programs have rewritten.
package main

import "unsafe"

// What the kernel does with the packet (enum xdp_action in linux/bpf.h).
const xdpPass = 2

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypeHash        = 1
	mapTypeProgArray   = 3
	mapTypePerCPUArray = 6
	mapTypeArray       = 2
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

// Endpoint is one end of connections, in network byte order.
type Endpoint struct {
	Address  uint32
	Port     uint16
	Protocol uint16
}

const (
	maxServices = 64
	maxServers  = 256
	// A power of two, so that a mask keeps an index inside; far more than servers, so that their shares are even.
	tableSize = 1024
)

// Table says which server, by its number, takes the flows of each hash. User space fills it so that few flows move when a server
// comes or goes.
type Table struct {
	Servers [tableSize]uint16
}

// Counter counts the packets to a server, and their bytes.
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

// The programs for the protocols above IP, by their numbers.
var protocols = bpfMapDef{
	Type:       mapTypeProgArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(uint32(0))),
	MaxEntries: 256,
}

// The tables of the services, which are known by the endpoints that clients connect to.
var services = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof(Endpoint{})),
	ValueSize:  uint32(unsafe.Sizeof(Table{})),
	MaxEntries: maxServices,
}

// The servers, by number.
var servers = bpfMapDef{
	Type:       mapTypeArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(Endpoint{})),
	MaxEntries: maxServers,
}

// The service that each server belongs to: answers seem to come from there.
var origins = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof(Endpoint{})),
	ValueSize:  uint32(unsafe.Sizeof(Endpoint{})),
	MaxEntries: maxServers,
}

// What each server was sent.
var counters = bpfMapDef{
	Type:       mapTypePerCPUArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(Counter{})),
	MaxEntries: maxServers,
}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfTailCall(ctx *xdpMd, programs unsafe.Pointer, index uint32) int64

// xdpLB looks at what every packet has, and hands over to the program for its protocol.
//
//export xdp_lb
//go:section xdp
func xdpLB(ctx *xdpMd) int32 {
	if ip := ipv4(ctx); ip != nil {
		bpfTailCall(ctx, unsafe.Pointer(&protocols), uint32(ip.Protocol))
	}
	// Not IPv4, or a protocol that has no program: a tail call that finds one does not return.
	return xdpPass
}

//export balance_tcp
//go:section xdp
func balanceTCP(ctx *xdpMd) int32 {
	ip := ipv4(ctx)
	tcp := (*tcpHeader)(transport(ctx, unsafe.Sizeof(tcpHeader{})))
	if ip == nil || tcp == nil {
		return xdpPass
	}
	if change, ok := balance(ctx, ip, &tcp.ports); ok {
		tcp.Checksum = change.apply(tcp.Checksum)
	}
	return xdpPass
}

//export balance_udp
//go:section xdp
func balanceUDP(ctx *xdpMd) int32 {
	ip := ipv4(ctx)
	udp := (*udpHeader)(transport(ctx, unsafe.Sizeof(udpHeader{})))
	if ip == nil || udp == nil {
		return xdpPass
	}
	change, ok := balance(ctx, ip, &udp.ports)
	// UDP over IPv4 can do without a checksum, which 0 says; a checksum that is 0 is written as its other form.
	if ok && udp.Checksum != 0 {
		udp.Checksum = change.apply(udp.Checksum)
		if udp.Checksum == 0 {
			udp.Checksum = 0xffff
		}
	}
	return xdpPass
}

// balance rewrites the end of a packet that is a service or a server, and returns what this changes in checksums.
func balance(ctx *xdpMd, ip *ipv4Header, ports *ports) (change checksumChange, ok bool) {
	protocol := uint16(ip.Protocol)
	to := Endpoint{ip.Destination, ports.Destination, protocol}
	if table := (*Table)(bpfMapLookupElem(unsafe.Pointer(&services), unsafe.Pointer(&to))); table != nil {
		number := uint32(table.Servers[hash(ip, ports)%tableSize])
		server := (*Endpoint)(bpfMapLookupElem(unsafe.Pointer(&servers), unsafe.Pointer(&number)))
		if server == nil {
			return 0, false
		}
		count(ctx, number)
		return rewrite(ip, &ip.Destination, &ports.Destination, server), true
	}
	from := Endpoint{ip.Source, ports.Source, protocol}
	service := (*Endpoint)(bpfMapLookupElem(unsafe.Pointer(&origins), unsafe.Pointer(&from)))
	if service == nil {
		return 0, false
	}
	return rewrite(ip, &ip.Source, &ports.Source, service), true
}

// rewrite puts another end into the headers; the checksum above IP, which covers address and port, is left to the caller.
func rewrite(ip *ipv4Header, address *uint32, port *uint16, end *Endpoint) checksumChange {
	change := replaced(*address, end.Address)
	ip.Checksum = change.apply(ip.Checksum)
	change += replaced(uint32(*port), uint32(end.Port))
	*address, *port = end.Address, end.Port
	return change
}

func count(ctx *xdpMd, server uint32) {
	counter := (*Counter)(bpfMapLookupElem(unsafe.Pointer(&counters), unsafe.Pointer(&server)))
	if counter != nil {
		counter.Packets++
		counter.Bytes += uint64(ctx.DataEnd - ctx.Data)
	}
}

// hash is the same for all packets of a connection, and spreads connections evenly: MurmurHash3's finaliser over both ends.
func hash(ip *ipv4Header, ports *ports) uint64 {
	h := uint64(ip.Source)<<32 | uint64(ports.Source)<<16 | uint64(ports.Destination)
	h ^= uint64(ip.Destination)
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

func main() {}
