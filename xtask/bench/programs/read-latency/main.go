// Histograms of how long reads take, by process: logarithms and atomic counters.
package main

import (
	"math/bits"
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

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m unsafe.Pointer, key unsafe.Pointer, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m unsafe.Pointer, key unsafe.Pointer) int64
func bpfKtimeGetNs() uint64
func bpfGetCurrentPidTgid() uint64

type Histogram struct{ Slots [32]uint64 }

var starts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1024}
var histograms = bpfMapDef{Type: 1, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Histogram{})), MaxEntries: 256}

//export vfs_read
//go:section kprobe/vfs_read
func vfsRead(ctx unsafe.Pointer) int32 {
	tid := uint32(bpfGetCurrentPidTgid())
	now := bpfKtimeGetNs()
	bpfMapUpdateElem(unsafe.Pointer(&starts), unsafe.Pointer(&tid), unsafe.Pointer(&now), 0)
	return 0
}

//export vfs_read_ret
//go:section kretprobe/vfs_read
func vfsReadRet(ctx unsafe.Pointer) int32 {
	id := bpfGetCurrentPidTgid()
	tid := uint32(id)
	start := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&starts), unsafe.Pointer(&tid)))
	if start == nil {
		return 0
	}
	delta := (bpfKtimeGetNs() - *start) / 1000
	bpfMapDeleteElem(unsafe.Pointer(&starts), unsafe.Pointer(&tid))
	pid := uint32(id >> 32)
	h := (*Histogram)(bpfMapLookupElem(unsafe.Pointer(&histograms), unsafe.Pointer(&pid)))
	if h == nil {
		return 0
	}
	slot := bits.Len64(delta)
	if slot >= len(h.Slots) {
		slot = len(h.Slots) - 1
	}
	atomic.AddUint64(&h.Slots[slot], 1)
	return 0
}

func main() {}
