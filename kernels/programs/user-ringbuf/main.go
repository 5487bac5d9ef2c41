// Takes what user space wrote into a ring buffer.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// BPF_MAP_TYPE_USER_RINGBUF
var orders = bpfMapDef{Type: 31, MaxEntries: 4096}

type order struct {
	Index, Amount uint64
}

type sums struct {
	Orders, Total uint64
}

func bpfUserRingbufDrain(m unsafe.Pointer, fn func(dynptr unsafe.Pointer, s *sums) int64, s *sums, flags uint64) int64
func bpfDynptrRead(to unsafe.Pointer, length uint32, dynptr unsafe.Pointer, offset uint32, flags uint64) int64

var amounts [4]uint64
var drained sums

// Ends at an order without amount; an index that is out of range is a panic.
//
//export drain
//go:section xdp
func drain(ctx unsafe.Pointer) int32 {
	var s sums
	if bpfUserRingbufDrain(unsafe.Pointer(&orders), take, &s, 0) < 0 {
		return 1
	}
	drained = s
	return 2
}

func take(dynptr unsafe.Pointer, s *sums) int64 {
	var o order
	if bpfDynptrRead(unsafe.Pointer(&o), uint32(unsafe.Sizeof(o)), dynptr, 0, 0) != 0 {
		return 1
	}
	if o.Amount == 0 {
		return 1
	}
	amounts[o.Index] += o.Amount
	s.Orders++
	s.Total += o.Amount
	return 0
}

func main() {}
