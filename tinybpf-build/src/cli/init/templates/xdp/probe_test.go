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
	bad, good := [4]byte{192, 0, 2, 66}, [4]byte{198, 51, 100, 7}
	blocked.Update(&bad, new(uint64), bpf.Any)
	for _, c := range []struct {
		name   string
		packet []byte
		want   bpf.XdpAction
	}{
		{"blocked", ipv4(bad), bpf.XdpDrop},
		{"another source", ipv4(good), bpf.XdpPass},
		{"too short", ipv4(bad)[:33], bpf.XdpPass},
	} {
		if got := filter(bpf.NewXdpMd(c.packet)); got != c.want {
			t.Errorf("%s: %d instead of %d", c.name, got, c.want)
		}
	}
	if dropped := *blocked.Lookup(&bad); dropped != 1 {
		t.Errorf("%d packets are counted", dropped)
	}
	if logs := bpf.Logs(); len(logs) != 1 || logs[0].Text != "dropping packets from 192.0.2.66" {
		t.Errorf("logged %v", logs)
	}
}
