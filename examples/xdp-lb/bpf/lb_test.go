package main

import (
	"encoding/binary"
	"testing"

	"github.com/tinybpf/bpf"
)

// Where the headers begin.
const (
	atIP = bpf.EthernetLen
	atL4 = atIP + bpf.IPv4Len
)

var (
	client  = Endpoint{bpf.IP(198, 51, 100, 7), bpf.ToBe16(40000), bpf.ProtocolUDP}
	service = Endpoint{bpf.IP(192, 0, 2, 80), bpf.ToBe16(53), bpf.ProtocolUDP}
	server  = Endpoint{bpf.IP(10, 0, 0, 1), bpf.ToBe16(5353), bpf.ProtocolUDP}
)

// sum is the one's complement sum of 16-bit words (RFC 1071).
func sum(words []byte) uint32 {
	total := uint32(0)
	for ; len(words) >= 2; words = words[2:] {
		total += uint32(binary.BigEndian.Uint16(words))
	}
	for total > 0xffff {
		total = total&0xffff + total>>16
	}
	return total
}

// covered is what the checksum above IP covers: addresses, protocol and length stand for the IP header.
func covered(packet []byte) []byte {
	length := len(packet) - atL4
	pseudo := append([]byte{}, packet[atIP+12:atIP+20]...)
	pseudo = append(pseudo, 0, packet[atIP+9], byte(length>>8), byte(length))
	return append(pseudo, packet[atL4:]...)
}

// datagram makes a UDP datagram with right checksums.
func datagram(from, to Endpoint, payload uint16) []byte {
	packet := make([]byte, atL4+bpf.UDPLen+2)
	packet[12], packet[13] = 0x08, 0x00
	packet[atIP], packet[atIP+3], packet[atIP+8], packet[atIP+9] = versionAndLength, 30, 64, bpf.ProtocolUDP
	binary.BigEndian.PutUint32(packet[atIP+12:], from.Address.Host())
	binary.BigEndian.PutUint32(packet[atIP+16:], to.Address.Host())
	binary.BigEndian.PutUint16(packet[atIP+10:], ^uint16(sum(packet[atIP:atL4])))
	binary.BigEndian.PutUint16(packet[atL4:], from.Port.Host())
	binary.BigEndian.PutUint16(packet[atL4+2:], to.Port.Host())
	packet[atL4+5] = bpf.UDPLen + 2
	binary.BigEndian.PutUint16(packet[atL4+8:], payload)
	checksum := ^uint16(sum(covered(packet)))
	if checksum == 0 {
		checksum = 0xffff
	}
	binary.BigEndian.PutUint16(packet[atL4+6:], checksum)
	return packet
}

// setUp gives the service its one server.
func setUp() {
	bpf.Reset()
	protocols.Put(bpf.ProtocolTCP, balanceTCP)
	protocols.Put(bpf.ProtocolUDP, balanceUDP)
	table := Table{}
	for place := range table.Servers {
		table.Servers[place] = 3
	}
	services.Update(&service, &table, bpf.Any)
	servers.Update(3, &server, bpf.Any)
	origins.Update(&server, &service, bpf.Any)
}

func TestBalance(t *testing.T) {
	setUp()
	stranger := Endpoint{bpf.IP(192, 0, 2, 81), service.Port, bpf.ProtocolUDP}
	fragment := datagram(client, service, 1)
	fragment[atIP+6] = 0x20
	without := datagram(client, service, 1)
	without[atL4+6], without[atL4+7] = 0, 0
	withoutAfter := datagram(client, server, 1)
	withoutAfter[atL4+6], withoutAfter[atL4+7] = 0, 0
	for _, c := range []struct {
		name          string
		packet, after []byte
	}{
		{"to the service", datagram(client, service, 1), datagram(client, server, 1)},
		{"an answer", datagram(server, client, 1), datagram(service, client, 1)},
		{"to another", datagram(client, stranger, 1), datagram(client, stranger, 1)},
		{"without a checksum", without, withoutAfter},
		{"a fragment", fragment, append([]byte{}, fragment...)},
		{"cut short", datagram(client, service, 1)[:atL4+7], datagram(client, service, 1)[:atL4+7]},
	} {
		ctx := bpf.NewXdpMd(c.packet)
		if got := bpf.Run(xdpLB, ctx); got != bpf.XdpPass {
			t.Errorf("%s: verdict %d", c.name, got)
		}
		if got := bpf.Bytes(ctx); string(got) != string(c.after) {
			t.Errorf("%s:\n% x instead of\n% x", c.name, got, c.after)
		}
	}
	if got := *counters.Lookup(3); got != (Counter{2, 88}) {
		t.Errorf("counted %+v", got)
	}
}

// A checksum over UDP that comes out as 0 is written in its other form.
func TestChecksumsOfAllPayloads(t *testing.T) {
	setUp()
	zeros := 0
	for payload := 0; payload <= 0xffff; payload++ {
		ctx := bpf.NewXdpMd(datagram(client, service, uint16(payload)))
		bpf.Run(xdpLB, ctx)
		want := datagram(client, server, uint16(payload))
		if got := bpf.Bytes(ctx); string(got) != string(want) {
			t.Fatalf("payload %#x:\n% x instead of\n% x", payload, got, want)
		}
		if want[atL4+6] == 0xff && want[atL4+7] == 0xff {
			zeros++
		}
	}
	if zeros == 0 {
		t.Error("no payload has such a checksum")
	}
}
