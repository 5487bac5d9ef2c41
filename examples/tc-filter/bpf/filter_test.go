package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

// frame makes an Ethernet frame whose IP header is given, with ports from 40000 to another behind it.
func frame(etherType uint16, ip []byte, to uint16) *bpf.SkBuff {
	packet := make([]byte, bpf.EthernetLen)
	packet[12], packet[13] = byte(etherType>>8), byte(etherType)
	packet = append(packet, ip...)
	packet = append(packet, 0x9c, 0x40, byte(to>>8), byte(to))
	skb := bpf.NewSkBuff(packet)
	skb.Protocol = uint32(bpf.ToBe16(etherType))
	return skb
}

// ipv4 makes a header with a number of words and a field of flags and fragment offset.
func ipv4(words int, protocol byte, fragment uint16) []byte {
	ip := make([]byte, 4*words)
	ip[0], ip[9] = 4<<4|byte(words), protocol
	ip[6], ip[7] = byte(fragment>>8), byte(fragment)
	return ip
}

func ipv6(next byte) []byte {
	ip := make([]byte, bpf.IPv6Len)
	ip[0], ip[6] = 6<<4, next
	return ip
}

func TestFilter(t *testing.T) {
	const tcp, udp = bpf.ProtocolTCP, bpf.ProtocolUDP
	const v4, v6 = bpf.EthernetTypeIPv4, bpf.EthernetTypeIPv6
	const pass, drop = bpf.TcActUnspec, bpf.TcActShot
	bpf.Reset()
	telnet := Port{bpf.ToBe16(23), tcp, ingress}
	dns := Port{bpf.ToBe16(53), udp, egress}
	closed.Update(&telnet, &Counter{}, bpf.Any)
	closed.Update(&dns, &Counter{}, bpf.Any)
	for _, c := range []struct {
		name    string
		skb     *bpf.SkBuff
		in, out bpf.TcAction
	}{
		{"telnet", frame(v4, ipv4(5, tcp, 0), 23), drop, pass},
		{"telnet over UDP", frame(v4, ipv4(5, udp, 0), 23), pass, pass},
		{"DNS", frame(v4, ipv4(5, udp, 0), 53), pass, drop},
		{"another port", frame(v4, ipv4(5, tcp, 0), 24), pass, pass},
		{"options", frame(v4, ipv4(15, tcp, 0), 23), drop, pass},
		{"a first fragment", frame(v4, ipv4(5, tcp, 0x2000), 23), drop, pass},
		{"a later fragment", frame(v4, ipv4(5, tcp, 1), 23), pass, pass},
		{"IPv6", frame(v6, ipv6(tcp), 23), drop, pass},
		{"IPv6 behind an extension header", frame(v6, ipv6(0), 23), pass, pass},
		{"ARP", frame(bpf.EthernetTypeARP, make([]byte, 28), 23), pass, pass},
		{"cut short", frame(v4, ipv4(5, tcp, 0)[:16], 23), pass, pass},
	} {
		if got := filterIngress(c.skb); got != c.in {
			t.Errorf("%s, in: %d instead of %d", c.name, got, c.in)
		}
		if got := filterEgress(c.skb); got != c.out {
			t.Errorf("%s, out: %d instead of %d", c.name, got, c.out)
		}
	}
	if got := *closed.Lookup(&telnet); got != (Counter{4, 38 + 78 + 38 + 58}) {
		t.Errorf("telnet: %+v", got)
	}
	if got := *closed.Lookup(&dns); got != (Counter{1, 38}) {
		t.Errorf("DNS: %+v", got)
	}
}
