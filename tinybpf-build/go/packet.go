package bpf

// Packet is a context through which programs read and write a packet.
type Packet interface {
	*XdpMd | *SkBuff | *SkMsgMd | *SkReuseportMd
	// bounds returns where the packet begins and ends.
	bounds() (start, end uintptr)
}
