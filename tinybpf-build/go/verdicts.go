package bpf

// XdpAction is what an XDP program has done with a packet (enum xdp_action in linux/bpf.h).
type XdpAction int32

// What XDP programs return.
const (
	// XdpAborted drops the packet, and tells the tracepoint xdp:xdp_exception.
	XdpAborted XdpAction = 0
	XdpDrop    XdpAction = 1
	XdpPass    XdpAction = 2
	// XdpTx sends it back out of the device that it came from.
	XdpTx       XdpAction = 3
	XdpRedirect XdpAction = 4
)

// TcAction is what a tc program has done with a packet (TC_ACT_… in linux/pkt_cls.h).
type TcAction int32

// What tc programs return.
const (
	// TcActUnspec leaves it to the next filter, or to how this one was set up.
	TcActUnspec     TcAction = -1
	TcActOk         TcAction = 0
	TcActReclassify TcAction = 1
	// TcActShot drops the packet.
	TcActShot     TcAction = 2
	TcActPipe     TcAction = 3
	TcActStolen   TcAction = 4
	TcActQueued   TcAction = 5
	TcActRepeat   TcAction = 6
	TcActRedirect TcAction = 7
	TcActTrap     TcAction = 8
)

// TcxAction is what a tcx program has done with a packet (enum tcx_action_base in linux/bpf.h).
type TcxAction int32

// What tcx programs return.
const (
	TcxNext     TcxAction = -1
	TcxPass     TcxAction = 0
	TcxDrop     TcxAction = 2
	TcxRedirect TcxAction = 7
)

// SkAction is the verdict of programs on sockets: sk_skb, sk_msg, sk_lookup, sk_reuseport (enum sk_action in linux/bpf.h).
type SkAction int32

// What those return.
const (
	SkDrop SkAction = 0
	SkPass SkAction = 1
)

// CgroupAction is the verdict of programs on control groups.
type CgroupAction int32

// What those return.
const (
	CgroupDeny  CgroupAction = 0
	CgroupAllow CgroupAction = 1
)

// NetfilterAction is the verdict of `netfilter` programs (NF_… in linux/netfilter.h).
type NetfilterAction int32

// What those return.
const (
	NfDrop   NetfilterAction = 0
	NfAccept NetfilterAction = 1
)
