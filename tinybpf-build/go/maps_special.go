package bpf

import "unsafe"

// ProgArray holds programs to go on with (BPF_MAP_TYPE_PROG_ARRAY): C is their context, and R what they return, as in
// `bpf.ProgArray[bpf.XdpMd, bpf.XdpAction]{MaxEntries: 4}`.
type ProgArray[C, R any] struct {
	_ [mapTypeProgArray]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
	// Programs are there from the start, by index; aya puts none there.
	Programs []func(ctx *C) R
}

// TailCall goes on with the program at an index, and does not come back. It returns an error when there is none: the program goes on.
func (m *ProgArray[C, R]) TailCall(ctx *C, index uint32) int64 {
	return bpfTailCall(unsafe.Pointer(ctx), m.at(), index)
}

// CgroupArray holds control groups (BPF_MAP_TYPE_CGROUP_ARRAY).
type CgroupArray struct {
	_ [mapTypeCgroupArray]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
}

// CurrentTaskUnder says whether the current task is in the control group at an index, or below it: 1 or 0, or an error.
func (m *CgroupArray) CurrentTaskUnder(index uint32) int64 {
	return bpfCurrentTaskUnderCgroup(m.at(), index)
}

// SkbUnder says whether the socket of a packet is in the control group at an index, or below it: 1 or 0, or an error.
func (m *CgroupArray) SkbUnder(skb *SkBuff, index uint32) int64 {
	return bpfSkbUnderCgroup(unsafe.Pointer(skb), m.at(), index)
}

// StackTrace holds call stacks, by the numbers that StackID returns (BPF_MAP_TYPE_STACK_TRACE).
type StackTrace struct {
	_ [mapTypeStackTrace]bpfMapType
	_ [0]uint32
	_ [0][127]uint64

	// MaxEntries is the number of stacks.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// StackFlags say which stack is meant.
type StackFlags uint64

// Flags for stacks (BPF_F_… in linux/bpf.h); 0 to 255 frames are skipped by the lowest bits.
const (
	// UserStack means that of the process; otherwise the kernel's.
	UserStack StackFlags = 1 << 8
	// FastStackCompare takes stacks of the same hash for the same.
	FastStackCompare StackFlags = 1 << 9
	// ReuseStackID drops an old stack of the same hash.
	ReuseStackID StackFlags = 1 << 10
)

// StackID stores the stack at which the program runs, and returns its number in the map, or an error.
func StackID[C any](ctx *C, m *StackTrace, flags StackFlags) int64 {
	return bpfGetStackid(unsafe.Pointer(ctx), m.at(), uint64(flags))
}
