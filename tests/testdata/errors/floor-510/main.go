// What came with later kernels than the lowest that is asked for.
// min_kernel: 5.10
package main

import (
	"sync/atomic"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var seen = bpfMapDef{Type: 30, ValueSize: 8, MaxEntries: 64} // ERROR: maps of type BPF_MAP_TYPE_BLOOM_FILTER: came with Linux 5\.16, and the program is to load on Linux 5\.10

// As old as the kernel that is asked for.
var inodes = bpfMapDef{Type: 27, MaxEntries: 4096}

var count uint64

func bpfKtimeGetTaiNs() uint64
func bpfKtimeGetBootNs() uint64
func bpfMapPushElem(m, value unsafe.Pointer, flags uint64) int64
func bpfRingbufOutput(m, data unsafe.Pointer, size, flags uint64) int64

//export on_calls
//go:section kprobe.multi/vfs_*
func onCalls(ctx unsafe.Pointer) int32 { // ERROR: programs in sections `kprobe.multi` \(BPF_TRACE_KPROBE_MULTI\): came with Linux 5\.18
	now := bpfKtimeGetTaiNs() // ERROR: the helper bpf_ktime_get_tai_ns: came with Linux 6\.1
	now += bpfKtimeGetBootNs()
	bpfMapPushElem(unsafe.Pointer(&seen), unsafe.Pointer(&now), 0)
	bpfRingbufOutput(unsafe.Pointer(&inodes), unsafe.Pointer(&now), 8, 0)
	atomic.AddUint64(&count, now)
	return 0
}

// Loaded only on demand, so that newer kernels can have more.
//
//export on_demand
//go:section ?xdp.frags
func onDemand(ctx unsafe.Pointer) int32 {
	return int32(bpfKtimeGetTaiNs())
}

func main() {}
