// Package call is how a test hands arguments to Go functions and gets their results, in the kernel and outside of it.
package call

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

// In is what a function gets.
type In struct {
	A, B, C, D uint64
	Bytes      [32]byte
}

// Out is where it leaves its results.
type Out [8]uint64

// Call is both.
type Call struct {
	In  In
	Out Out
}

// Packet is a packet of any length, for functions that check it themselves.
type Packet struct {
	Data, End uintptr
}

// Bit is 1 for true.
func Bit(condition bool) uint64 {
	if condition {
		return 1
	}
	return 0
}
