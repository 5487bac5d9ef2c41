// Package packet lets a test call Go in the kernel: the arguments come in a packet, and the result goes out in it.
package packet

import "unsafe"

// What XDP programs return (enum xdp_action in linux/bpf.h).
const (
	Aborted = 0
	Drop    = 1
	Pass    = 2
)

// XDP is struct xdp_md in linux/bpf.h.
type XDP struct {
	Data           uint32
	DataEnd        uint32
	DataMeta       uint32
	IngressIfindex uint32
	RxQueueIndex   uint32
	EgressIfindex  uint32
}

// Call is what the packet holds.
type Call struct {
	Operation uint64
	A, B      uint64
	Results   [2]uint64
}

// Bytes returns the first argument as it lies in the packet.
func (c *Call) Bytes() *[8]byte {
	return (*[8]byte)(unsafe.Pointer(&c.A))
}

// At returns the call in the packet, or nil if the packet is too short for one.
func At(ctx *XDP) *Call {
	data := uintptr(ctx.Data)
	if data+unsafe.Sizeof(Call{}) > uintptr(ctx.DataEnd) {
		return nil
	}
	return (*Call)(unsafe.Pointer(data))
}
