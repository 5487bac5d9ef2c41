package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

// ipv4 makes an IPv4 packet without payload.
func ipv4(source [4]byte) []byte {
	packet := make([]byte, bpf.EthernetLen+bpf.IPv4Len)
	packet[12], packet[13] = 0x08, 0x00
	packet[14] = 0x45
	copy(packet[26:], source[:])
	return packet
}

func TestFilter(t *testing.T) {
	bpf.Reset()
	blocked, other := [4]byte{192, 0, 2, 66}, [4]byte{198, 51, 100, 7}
	blocklist.Update(&blocked, new(uint64), bpf.Any)
	arp := ipv4(blocked)
	arp[13] = 0x06
	for _, c := range []struct {
		name   string
		packet []byte
		want   bpf.XdpAction
	}{
		{"blocked", ipv4(blocked), bpf.XdpDrop},
		{"another source", ipv4(other), bpf.XdpPass},
		{"blocked again", ipv4(blocked), bpf.XdpDrop},
		{"too short for IPv4", ipv4(blocked)[:33], bpf.XdpPass},
		{"ARP", arp, bpf.XdpPass},
	} {
		if got := xdpFilter(bpf.NewXdpMd(c.packet)); got != c.want {
			t.Errorf("%s: %d instead of %d", c.name, got, c.want)
		}
	}
	if dropped := *blocklist.Lookup(&blocked); dropped != 2 {
		t.Errorf("%d packets of the blocked source are counted", dropped)
	}
	for verdict, want := range map[bpf.XdpAction]Counter{
		bpf.XdpDrop: {Packets: 2, Bytes: 68},
		bpf.XdpPass: {Packets: 3, Bytes: 101},
	} {
		if got := *counters.Lookup(uint32(verdict)); got != want {
			t.Errorf("verdict %d: %+v instead of %+v", verdict, got, want)
		}
	}
}
