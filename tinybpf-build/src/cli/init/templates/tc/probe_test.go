package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

// tcp makes a TCP packet to a port.
func tcp(port uint16) *bpf.SkBuff {
	packet := make([]byte, bpf.EthernetLen+bpf.IPv4Len+20)
	packet[12] = 0x08
	packet[14], packet[23] = 0x45, bpf.ProtocolTCP
	packet[36], packet[37] = byte(port>>8), byte(port)
	skb := bpf.NewSkBuff(packet)
	skb.Protocol = uint32(bpf.ToBe16(bpf.EthernetTypeIPv4))
	return skb
}

func TestFilter(t *testing.T) {
	bpf.Reset()
	telnet := bpf.ToBe16(23)
	closed.Update(&telnet, &Counter{}, bpf.Any)
	if got := filterIngress(tcp(23)); got != bpf.TcActShot {
		t.Errorf("telnet, coming: %d", got)
	}
	if got := filterEgress(tcp(23)); got != bpf.TcActShot {
		t.Errorf("telnet, going: %d", got)
	}
	if got := filterIngress(tcp(22)); got != bpf.TcActUnspec {
		t.Errorf("another port: %d", got)
	}
	if counter := *closed.Lookup(&telnet); counter != (Counter{Packets: 2, Bytes: 108}) {
		t.Errorf("counted %+v", counter)
	}
}
