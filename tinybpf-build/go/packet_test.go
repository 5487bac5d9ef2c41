package bpf

import (
	"testing"
	"unsafe"
)

func TestByteOrder(t *testing.T) {
	expect(t, "16", ToBe16(0x1234).Host(), 0x1234)
	expect(t, "32", ToBe32(0x12345678).Host(), 0x12345678)
	expect(t, "64", ToBe64(0x123456789abcdef0).Host(), 0x123456789abcdef0)
	expect(t, "address", IP(10, 1, 2, 3).Bytes(), [4]byte{10, 1, 2, 3})
	n := ToBe64(0x0102030405060708)
	expect(t, "bytes", *(*[8]byte)(unsafe.Pointer(&n)), [8]byte{1, 2, 3, 4, 5, 6, 7, 8})
}

func TestPackets(t *testing.T) {
	Reset()
	packet := make([]byte, EthernetLen+IPv4Len)
	packet[12], packet[13], packet[14] = 0x08, 0x00, 0x46
	ctx := NewXdpMd(packet)
	eth := At[Ethernet](ctx, 0)
	expect(t, "type", eth.Type.Host(), EthernetTypeIPv4)
	ip := At[IPv4](ctx, EthernetLen)
	expect(t, "length", ip.HeaderLen(), 24)
	ip.TTL = 9
	expect(t, "in the packet", Bytes(ctx)[EthernetLen+8], 9)
	expect(t, "beyond", At[UDP](ctx, EthernetLen+ip.HeaderLen()), nil)
	expect(t, "nearly beyond", At[IPv4](ctx, EthernetLen+1), nil)
	expect(t, "length of the packet", ctx.DataEnd-ctx.Data, EthernetLen+IPv4Len)
}

// The sizes and offsets are those of the kernel's headers.
func TestLayouts(t *testing.T) {
	for _, of := range []struct {
		name      string
		size, inC uintptr
	}{
		{"Ethernet", unsafe.Sizeof(Ethernet{}), EthernetLen},
		{"VLAN", unsafe.Sizeof(VLAN{}), VLANLen},
		{"ARP", unsafe.Sizeof(ARP{}), 28},
		{"IPv4", unsafe.Sizeof(IPv4{}), IPv4Len},
		{"IPv6", unsafe.Sizeof(IPv6{}), IPv6Len},
		{"TCP", unsafe.Sizeof(TCP{}), TCPLen},
		{"UDP", unsafe.Sizeof(UDP{}), UDPLen},
		{"ICMP", unsafe.Sizeof(ICMP{}), ICMPLen},
		{"xdp_md", unsafe.Sizeof(XdpMd{}), 24},
		{"__sk_buff", unsafe.Sizeof(SkBuff{}), 192},
		{"bpf_sock", unsafe.Sizeof(Sock{}), 80},
		{"bpf_flow_keys", unsafe.Sizeof(FlowKeys{}), 56},
		{"bpf_sock_addr", unsafe.Sizeof(SockAddr{}), 72},
		{"bpf_sock_ops", unsafe.Sizeof(SockOps{}), 224},
		{"sk_msg_md", unsafe.Sizeof(SkMsgMd{}), 80},
		{"bpf_sk_lookup", unsafe.Sizeof(SkLookup{}), 72},
		{"sk_reuseport_md", unsafe.Sizeof(SkReuseportMd{}), 56},
		{"bpf_cgroup_dev_ctx", unsafe.Sizeof(CgroupDevCtx{}), 12},
		{"bpf_sysctl", unsafe.Sizeof(Sysctl{}), 8},
		{"bpf_sockopt", unsafe.Sizeof(Sockopt{}), 40},
	} {
		expect(t, of.name, of.size, of.inC)
	}
}
