package bpf

// Ethernet is the header of an Ethernet frame.
type Ethernet struct {
	Destination [6]byte
	Source      [6]byte
	// Type is one of EthernetType….
	Type Be16
}

// EthernetLen is the size of an Ethernet header in bytes.
const EthernetLen = 14

// What follows the Ethernet header, or the VLAN tag (ETH_P_… in linux/if_ether.h).
const (
	EthernetTypeIPv4  = 0x0800
	EthernetTypeARP   = 0x0806
	EthernetTypeVLAN  = 0x8100
	EthernetTypeIPv6  = 0x86dd
	EthernetTypeMPLS  = 0x8847
	EthernetTypePPPoE = 0x8864
	EthernetTypeQinQ  = 0x88a8
)

// VLAN is a tag between the Ethernet header and what it carries (IEEE 802.1Q).
type VLAN struct {
	TCI Be16
	// Type is one of EthernetType….
	Type Be16
}

// VLANLen is the size of a VLAN tag in bytes.
const VLANLen = 4

// ID returns the number of the VLAN.
func (v *VLAN) ID() uint16 { return v.TCI.Host() & 0xfff }

// ARP is an ARP packet for IPv4 over Ethernet. Addresses lie at odd places in it, so they are bytes.
type ARP struct {
	HardwareType   Be16
	ProtocolType   Be16
	HardwareLen    uint8
	ProtocolLen    uint8
	Operation      Be16
	SenderHardware [6]byte
	SenderProtocol [4]byte
	TargetHardware [6]byte
	TargetProtocol [4]byte
}

// IPv4 is the header of an IPv4 packet, without options.
type IPv4 struct {
	VersionIHL uint8
	TOS        uint8
	TotalLen   Be16
	ID         Be16
	// FragOff is the offset of the fragment in its lower 13 bits, and flags.
	FragOff Be16
	TTL     uint8
	// Protocol is one of Protocol….
	Protocol    uint8
	Checksum    Be16
	Source      Be32
	Destination Be32
}

// IPv4Len is the size of an IPv4 header without options, in bytes.
const IPv4Len = 20

// HeaderLen returns the size of the header with its options, in bytes: at most 60.
func (h *IPv4) HeaderLen() uintptr { return uintptr(h.VersionIHL&0xf) * 4 }

// Version returns 4.
func (h *IPv4) Version() uint8 { return h.VersionIHL >> 4 }

// IsFragment says whether the packet is a part of a larger one.
func (h *IPv4) IsFragment() bool { return h.FragOff.Host()&0x3fff != 0 }

// IPv6 is the header of an IPv6 packet.
type IPv6 struct {
	VersionClassFlow Be32
	PayloadLen       Be16
	// NextHeader is one of Protocol….
	NextHeader  uint8
	HopLimit    uint8
	Source      [16]byte
	Destination [16]byte
}

// IPv6Len is the size of an IPv6 header in bytes.
const IPv6Len = 40

// What follows an IP header (IPPROTO_… in linux/in.h).
const (
	ProtocolICMP     = 1
	ProtocolIGMP     = 2
	ProtocolIPIP     = 4
	ProtocolTCP      = 6
	ProtocolUDP      = 17
	ProtocolIPv6     = 41
	ProtocolRouting  = 43
	ProtocolFragment = 44
	ProtocolGRE      = 47
	ProtocolESP      = 50
	ProtocolAH       = 51
	ProtocolICMPv6   = 58
	ProtocolSCTP     = 132
)

// TCP is the header of a TCP segment, without options.
type TCP struct {
	Source      Be16
	Destination Be16
	Seq         Be32
	Ack         Be32
	DataOffset  uint8
	// Flags are TCPFin and the like.
	Flags    uint8
	Window   Be16
	Checksum Be16
	Urgent   Be16
}

// TCPLen is the size of a TCP header without options, in bytes.
const TCPLen = 20

// HeaderLen returns the size of the header with its options, in bytes: at most 60.
func (h *TCP) HeaderLen() uintptr { return uintptr(h.DataOffset>>4) * 4 }

// Flags of TCP segments.
const (
	TCPFin = 1 << 0
	TCPSyn = 1 << 1
	TCPRst = 1 << 2
	TCPPsh = 1 << 3
	TCPAck = 1 << 4
	TCPUrg = 1 << 5
	TCPEce = 1 << 6
	TCPCwr = 1 << 7
)

// UDP is the header of a UDP datagram.
type UDP struct {
	Source      Be16
	Destination Be16
	Len         Be16
	Checksum    Be16
}

// UDPLen is the size of a UDP header in bytes.
const UDPLen = 8

// ICMP is the header of an ICMP or ICMPv6 message. ID and Sequence are those of echo messages.
type ICMP struct {
	Type     uint8
	Code     uint8
	Checksum Be16
	ID       Be16
	Sequence Be16
}

// ICMPLen is the size of the header in bytes.
const ICMPLen = 8
