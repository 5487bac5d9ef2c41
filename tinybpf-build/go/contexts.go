package bpf

import "unsafe"

// XdpMd is the context of an XDP program (struct xdp_md in linux/bpf.h). At reads the packet.
type XdpMd struct {
	Data           uint32
	DataEnd        uint32
	DataMeta       uint32
	IngressIfindex uint32
	RxQueueIndex   uint32
	EgressIfindex  uint32
}

// SkBuff is the context of programs on packets behind the driver: tc, cgroup_skb, socket filters (struct __sk_buff in linux/bpf.h). At
// reads the packet. Which fields a program may read and write depends on its type.
type SkBuff struct {
	Len            uint32
	PktType        uint32
	Mark           uint32
	QueueMapping   uint32
	Protocol       uint32
	VlanPresent    uint32
	VlanTCI        uint32
	VlanProto      uint32
	Priority       uint32
	IngressIfindex uint32
	Ifindex        uint32
	TCIndex        uint32
	CB             [5]uint32
	Hash           uint32
	TCClassID      uint32
	Data           uint32
	DataEnd        uint32
	NapiID         uint32
	Family         uint32
	RemoteIP4      Be32
	LocalIP4       Be32
	RemoteIP6      [4]Be32
	LocalIP6       [4]Be32
	RemotePort     Be32
	LocalPort      uint32
	DataMeta       uint32
	FlowKeys       *FlowKeys
	Tstamp         uint64
	WireLen        uint32
	GSOSegs        uint32
	Sk             *Sock
	GSOSize        uint32
	TstampType     uint8
	_              [3]byte
	HWTstamp       uint64
}

// Sock is what programs see of a socket (struct bpf_sock in linux/bpf.h), and the context of `cgroup/sock` programs.
type Sock struct {
	BoundDevIf     uint32
	Family         uint32
	Type           uint32
	Protocol       uint32
	Mark           uint32
	Priority       uint32
	SrcIP4         Be32
	SrcIP6         [4]Be32
	SrcPort        uint32
	DstPort        Be16
	_              uint16
	DstIP4         Be32
	DstIP6         [4]Be32
	State          uint32
	RxQueueMapping int32
}

// FlowKeys is what a flow dissector finds in a packet (struct bpf_flow_keys in linux/bpf.h).
type FlowKeys struct {
	NetworkOffset   uint16
	TransportOffset uint16
	AddressProtocol uint16
	IsFragment      uint8
	IsFirstFragment uint8
	IsEncapsulated  uint8
	IPProtocol      uint8
	Protocol        Be16
	SourcePort      Be16
	DestinationPort Be16
	// Source and Destination have an IPv4 address in their first element.
	Source      [4]Be32
	Destination [4]Be32
	Flags       uint32
	FlowLabel   Be32
}

// SockAddr is the context of programs on bind, connect, sendmsg and the like (struct bpf_sock_addr in linux/bpf.h).
type SockAddr struct {
	UserFamily uint32
	UserIP4    Be32
	UserIP6    [4]Be32
	// UserPort has the port in its first two bytes, in network byte order.
	UserPort  uint32
	Family    uint32
	Type      uint32
	Protocol  uint32
	MsgSrcIP4 Be32
	MsgSrcIP6 [4]Be32
	Sk        *Sock
}

// Port returns the port that the process gave, as a number.
func (c *SockAddr) Port() uint16 {
	return Be16(c.UserPort).Host()
}

// SetPort changes the port.
func (c *SockAddr) SetPort(port uint16) {
	c.UserPort = uint32(ToBe16(port))
}

// SockOps is the context of `sockops` programs (struct bpf_sock_ops in linux/bpf.h).
type SockOps struct {
	Op uint32
	// Args are arguments of some operations; the first one takes the reply.
	Args           [4]uint32
	Family         uint32
	RemoteIP4      Be32
	LocalIP4       Be32
	RemoteIP6      [4]Be32
	LocalIP6       [4]Be32
	RemotePort     Be32
	LocalPort      uint32
	IsFullsock     uint32
	SndCwnd        uint32
	SrttUs         uint32
	CbFlags        uint32
	State          uint32
	RttMin         uint32
	SndSsthresh    uint32
	RcvNxt         uint32
	SndNxt         uint32
	SndUna         uint32
	MssCache       uint32
	EcnFlags       uint32
	RateDelivered  uint32
	RateIntervalUs uint32
	PacketsOut     uint32
	RetransOut     uint32
	TotalRetrans   uint32
	SegsIn         uint32
	DataSegsIn     uint32
	SegsOut        uint32
	DataSegsOut    uint32
	LostOut        uint32
	SackedOut      uint32
	SkTxhash       uint32
	BytesReceived  uint64
	BytesAcked     uint64
	Sk             *Sock
	SkbData        unsafe.Pointer
	SkbDataEnd     unsafe.Pointer
	SkbLen         uint32
	SkbTCPFlags    uint32
	SkbHWTstamp    uint64
}

// SkMsgMd is the context of `sk_msg` programs (struct sk_msg_md in linux/bpf.h). At reads the message.
type SkMsgMd struct {
	Data       unsafe.Pointer
	DataEnd    unsafe.Pointer
	Family     uint32
	RemoteIP4  Be32
	LocalIP4   Be32
	RemoteIP6  [4]Be32
	LocalIP6   [4]Be32
	RemotePort Be32
	LocalPort  uint32
	Size       uint32
	Sk         *Sock
}

// SkLookup is the context of `sk_lookup` programs (struct bpf_sk_lookup in linux/bpf.h).
type SkLookup struct {
	Sk             *Sock
	Family         uint32
	Protocol       uint32
	RemoteIP4      Be32
	RemoteIP6      [4]Be32
	RemotePort     Be16
	_              uint16
	LocalIP4       Be32
	LocalIP6       [4]Be32
	LocalPort      uint32
	IngressIfindex uint32
}

// SkReuseportMd is the context of `sk_reuseport` programs (struct sk_reuseport_md in linux/bpf.h). At reads the packet, from its TCP or
// UDP header on.
type SkReuseportMd struct {
	Data        unsafe.Pointer
	DataEnd     unsafe.Pointer
	Len         uint32
	EthProtocol uint32
	IPProtocol  uint32
	BindInany   uint32
	Hash        uint32
	Sk          *Sock
	MigratingSk *Sock
}

// CgroupDevCtx is the context of `cgroup/dev` programs (struct bpf_cgroup_dev_ctx in linux/bpf.h).
type CgroupDevCtx struct {
	// AccessType is what is to be done, in the upper 16 bits, and with which kind of device, in the lower.
	AccessType uint32
	Major      uint32
	Minor      uint32
}

// Sysctl is the context of `cgroup/sysctl` programs (struct bpf_sysctl in linux/bpf.h).
type Sysctl struct {
	// Write is 1 when the value is written, and 0 when it is read.
	Write   uint32
	FilePos uint32
}

// Sockopt is the context of `cgroup/getsockopt` and `cgroup/setsockopt` programs (struct bpf_sockopt in linux/bpf.h).
type Sockopt struct {
	Sk        *Sock
	Optval    unsafe.Pointer
	OptvalEnd unsafe.Pointer
	Level     int32
	Optname   int32
	Optlen    int32
	Retval    int32
}

// RawTracepointArgs is the context of `raw_tp` programs (struct bpf_raw_tracepoint_args in linux/bpf.h): the arguments of the tracepoint.
type RawTracepointArgs struct {
	Args [12]uint64
}
