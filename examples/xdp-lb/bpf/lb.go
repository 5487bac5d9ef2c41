// A load balancer in XDP: it sends each connection to one of the servers behind its address, and gives their answers that address
// back. The kernel routes what the programs have rewritten.
package main

import "github.com/tinybpf/bpf"

// Endpoint is one end of connections.
type Endpoint struct {
	Address  bpf.Be32
	Port     bpf.Be16
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

var (
	// The programs for the protocols above IP, by their numbers.
	protocols = bpf.ProgArray[bpf.XdpMd, bpf.XdpAction]{MaxEntries: 256}
	// The tables of the services, which are known by the endpoints that clients connect to.
	services = bpf.HashMap[Endpoint, Table]{MaxEntries: maxServices}
	// The servers, by number.
	servers = bpf.Array[Endpoint]{MaxEntries: maxServers}
	// The service that each server belongs to: answers seem to come from there.
	origins = bpf.HashMap[Endpoint, Endpoint]{MaxEntries: maxServers}
	// What each server was sent.
	counters = bpf.PerCPUArray[Counter]{MaxEntries: maxServers}
)

// xdpLB looks at what every packet has, and hands over to the program for its protocol.
//
//export xdp_lb
//go:section xdp
func xdpLB(ctx *bpf.XdpMd) bpf.XdpAction {
	if ip := ipv4(ctx); ip != nil {
		protocols.TailCall(ctx, uint32(ip.Protocol))
	}
	// Not IPv4, or a protocol that has no program: a tail call that finds one does not return.
	return bpf.XdpPass
}

//export balance_tcp
//go:section xdp
func balanceTCP(ctx *bpf.XdpMd) bpf.XdpAction {
	ip := ipv4(ctx)
	if ip == nil {
		return bpf.XdpPass
	}
	tcp := transport[tcpHeader](ctx)
	if tcp == nil {
		return bpf.XdpPass
	}
	if change, ok := balance(ctx, ip, &tcp.ports); ok {
		tcp.Checksum = change.apply(tcp.Checksum)
	}
	return bpf.XdpPass
}

//export balance_udp
//go:section xdp
func balanceUDP(ctx *bpf.XdpMd) bpf.XdpAction {
	ip := ipv4(ctx)
	if ip == nil {
		return bpf.XdpPass
	}
	udp := transport[udpHeader](ctx)
	if udp == nil {
		return bpf.XdpPass
	}
	change, ok := balance(ctx, ip, &udp.ports)
	// UDP over IPv4 can do without a checksum, which 0 says; a checksum that is 0 is written as its other form.
	if ok && udp.Checksum != 0 {
		udp.Checksum = change.apply(udp.Checksum)
		if udp.Checksum == 0 {
			udp.Checksum = 0xffff
		}
	}
	return bpf.XdpPass
}

// balance rewrites the end of a packet that is a service or a server, and returns what this changes in checksums.
func balance(ctx *bpf.XdpMd, ip *bpf.IPv4, ports *ports) (change checksumChange, ok bool) {
	protocol := uint16(ip.Protocol)
	to := Endpoint{ip.Destination, ports.Destination, protocol}
	if table := services.Lookup(&to); table != nil {
		number := uint32(table.Servers[hash(ip, ports)%tableSize])
		server := servers.Lookup(number)
		if server == nil {
			return 0, false
		}
		count(ctx, number)
		return rewrite(ip, &ip.Destination, &ports.Destination, server), true
	}
	from := Endpoint{ip.Source, ports.Source, protocol}
	service := origins.Lookup(&from)
	if service == nil {
		return 0, false
	}
	return rewrite(ip, &ip.Source, &ports.Source, service), true
}

// rewrite puts another end into the headers; the checksum above IP, which covers address and port, is left to the caller.
func rewrite(ip *bpf.IPv4, address *bpf.Be32, port *bpf.Be16, end *Endpoint) checksumChange {
	change := replaced(uint32(*address), uint32(end.Address))
	ip.Checksum = change.apply(ip.Checksum)
	change += replaced(uint32(*port), uint32(end.Port))
	*address, *port = end.Address, end.Port
	return change
}

func count(ctx *bpf.XdpMd, server uint32) {
	if counter := counters.Lookup(server); counter != nil {
		counter.Packets++
		counter.Bytes += uint64(ctx.DataEnd - ctx.Data)
	}
}

// hash is the same for all packets of a connection, and spreads connections evenly: MurmurHash3's finaliser over both ends.
func hash(ip *bpf.IPv4, ports *ports) uint64 {
	h := uint64(ip.Source)<<32 | uint64(ports.Source)<<16 | uint64(ports.Destination)
	h ^= uint64(ip.Destination)
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

func main() {}
