package main

import "github.com/tinybpf/bpf"

// IPv4, with a header of five words: no options.
const versionAndLength = 4<<4 | 5

// What TCP and UDP headers begin with.
type ports struct {
	Source      bpf.Be16
	Destination bpf.Be16
}

type tcpHeader struct {
	ports
	Seq      bpf.Be32
	Ack      bpf.Be32
	Flags    bpf.Be16
	Window   bpf.Be16
	Checksum bpf.Be16
	Urgent   bpf.Be16
}

type udpHeader struct {
	ports
	Len      bpf.Be16
	Checksum bpf.Be16
}

// ipv4 returns the packet's IPv4 header, or nil if it has none, or one with options, or is a fragment: only the first fragment
// says which connection it belongs to.
func ipv4(ctx *bpf.XdpMd) *bpf.IPv4 {
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	if eth == nil || eth.Type.Host() != bpf.EthernetTypeIPv4 {
		return nil
	}
	ip := bpf.At[bpf.IPv4](ctx, bpf.EthernetLen)
	if ip == nil || ip.VersionIHL != versionAndLength || ip.IsFragment() {
		return nil
	}
	return ip
}

// transport returns the header behind that of IPv4, or nil if the packet is shorter.
func transport[T any](ctx *bpf.XdpMd) *T {
	return bpf.At[T](ctx, bpf.EthernetLen+bpf.IPv4Len)
}
