package bpf

import "unsafe"

// RingBuf carries records to user space, in the order in which they were reserved (BPF_MAP_TYPE_RINGBUF, since Linux 5.8).
type RingBuf[T any] struct {
	_      [mapTypeRingBuf]bpfMapType
	record [0]T

	// MaxEntries is the size in bytes: a power of two, and whole pages.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// WakeupFlags say whether user space is woken for a record.
type WakeupFlags uint64

// Flags for records (BPF_RB_… in linux/bpf.h); 0 wakes when user space has read all that was there before.
const (
	// NoWakeup lets user space sleep.
	NoWakeup WakeupFlags = 1
	// ForceWakeup wakes user space.
	ForceWakeup WakeupFlags = 2
)

// RingBufFact is what a ring buffer can be asked for.
type RingBufFact uint64

// Facts of a ring buffer (BPF_RB_… in linux/bpf.h).
const (
	// RingBufAvailable is how many bytes user space has not read.
	RingBufAvailable RingBufFact = 0
	// RingBufSize is its size in bytes.
	RingBufSize RingBufFact = 1
	// RingBufConsumer is the position of user space.
	RingBufConsumer RingBufFact = 2
	// RingBufProducer is the position of programs.
	RingBufProducer RingBufFact = 3
)

// Reserve returns room for a record, or nil when there is none. What is in it is not set, and each path must hand it to Submit or
// Discard.
func (m *RingBuf[T]) Reserve() *T {
	var record T
	return (*T)(bpfRingbufReserve(m.at(), uint64(unsafe.Sizeof(record)), 0))
}

// Submit hands a record to user space.
func (m *RingBuf[T]) Submit(record *T) {
	bpfRingbufSubmit(unsafe.Pointer(record), 0)
}

// SubmitWith hands a record to user space, and says whether that is woken.
func (m *RingBuf[T]) SubmitWith(record *T, flags WakeupFlags) {
	bpfRingbufSubmit(unsafe.Pointer(record), uint64(flags))
}

// Discard gives room back that is not needed.
func (m *RingBuf[T]) Discard(record *T) {
	bpfRingbufDiscard(unsafe.Pointer(record), 0)
}

// Output hands a copy of a record to user space. It returns 0, or EAGAIN when there is no room.
func (m *RingBuf[T]) Output(record *T, flags WakeupFlags) int64 {
	return bpfRingbufOutput(m.at(), unsafe.Pointer(record), uint64(unsafe.Sizeof(*record)), uint64(flags))
}

// Query returns a fact of the ring buffer, which others may be changing.
func (m *RingBuf[T]) Query(fact RingBufFact) uint64 {
	return bpfRingbufQuery(m.at(), uint64(fact))
}

// PerfEventArray carries records to user space through a buffer for each CPU (BPF_MAP_TYPE_PERF_EVENT_ARRAY). PerfOutput writes them.
type PerfEventArray[T any] struct {
	_      [mapTypePerfEventArray]bpfMapType
	_      [0]int32
	_      [0]int32
	record [0]T

	// MaxEntries is the number of CPUs; loaders fill in that of the machine if it is 0.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// CurrentCPU stands for the buffer of the CPU that the program runs on (BPF_F_CURRENT_CPU).
const CurrentCPU = 0xffffffff

// PerfOutput writes a record to the buffer of this CPU. It returns 0 or an error; ENOENT when user space has not opened the buffer.
func PerfOutput[T, C any](ctx *C, m *PerfEventArray[T], record *T) int64 {
	return bpfPerfEventOutput(unsafe.Pointer(ctx), m.at(), CurrentCPU, unsafe.Pointer(record), uint64(unsafe.Sizeof(*record)))
}

// SkbOutput writes a record and as many of the first bytes of a packet, for `fentry`, `fexit` and `tp_btf` programs that are given the kernel's
// sk_buff. It returns 0 or an error.
func SkbOutput[T, S any](skb *S, m *PerfEventArray[T], packet uint32, record *T) int64 {
	flags := uint64(packet)<<32 | CurrentCPU
	return bpfSkbOutput(unsafe.Pointer(skb), m.at(), flags, unsafe.Pointer(record), uint64(unsafe.Sizeof(*record)))
}

// XdpOutput is SkbOutput for the kernel's xdp_buff.
func XdpOutput[T, X any](xdp *X, m *PerfEventArray[T], packet uint32, record *T) int64 {
	flags := uint64(packet)<<32 | CurrentCPU
	return bpfXdpOutput(unsafe.Pointer(xdp), m.at(), flags, unsafe.Pointer(record), uint64(unsafe.Sizeof(*record)))
}
