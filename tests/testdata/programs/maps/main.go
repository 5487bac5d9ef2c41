// A map of each kind, used as it is meant to be.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
	Pinning    uint32
}

// Flow is the key of the hash maps.
type Flow struct {
	Address uint32
	Port    uint16
	_       uint16
}

// Prefix is the key of the LPM trie.
type Prefix struct {
	Length  uint32
	Address [4]byte
}

var (
	hash          = bpfMapDef{Type: 1, KeySize: 8, ValueSize: 8, MaxEntries: 16}
	array         = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	programs      = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 2}
	perf          = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}
	percpuHash    = bpfMapDef{Type: 5, KeySize: 8, ValueSize: 8, MaxEntries: 16}
	percpuArray   = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	lruHash       = bpfMapDef{Type: 9, KeySize: 8, ValueSize: 8, MaxEntries: 16}
	lruPercpuHash = bpfMapDef{Type: 10, KeySize: 8, ValueSize: 8, MaxEntries: 16}
	// BPF_F_NO_PREALLOC, without which the kernel makes no trie.
	trie  = bpfMapDef{Type: 11, KeySize: 8, ValueSize: 8, MaxEntries: 16, MapFlags: 1}
	ring  = bpfMapDef{Type: 27, MaxEntries: 4096}
	queue = bpfMapDef{Type: 22, ValueSize: 8, MaxEntries: 8}
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfMapPushElem(m, value unsafe.Pointer, flags uint64) int64
func bpfMapPopElem(m, value unsafe.Pointer) int64
func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64
func bpfRingbufOutput(ringbuf, data unsafe.Pointer, size, flags uint64) int64

//go:linkname output bpf_perf_event_output
func output(ctx, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64

// count adds to the value under a key, which it makes if it is not there. It says whether it was.
func count(m, key unsafe.Pointer, amount uint64) bool {
	if value := (*uint64)(bpfMapLookupElem(m, key)); value != nil {
		*value += amount
		return true
	}
	bpfMapUpdateElem(m, key, unsafe.Pointer(&amount), 0)
	return false
}

//export maps
//go:section xdp
func maps(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	flow := Flow{Address: uint32(call.A), Port: 443}
	index := uint32(call.A)
	var found bool
	switch call.Operation {
	case 1:
		found = count(unsafe.Pointer(&hash), unsafe.Pointer(&flow), call.B)
	case 2:
		found = count(unsafe.Pointer(&array), unsafe.Pointer(&index), call.B)
	case 3:
		// Comes back only when there is no such program.
		bpfTailCall(unsafe.Pointer(ctx), unsafe.Pointer(&programs), index)
		// Some kernels (6.12) forget what they knew of the packet, as it may have been another's.
		if call = packet.At(ctx); call == nil {
			return packet.Drop
		}
	case 4:
		found = output(unsafe.Pointer(ctx), unsafe.Pointer(&perf), 0xffffffff, unsafe.Pointer(&flow), uint64(unsafe.Sizeof(flow))) == 0
	case 5:
		found = count(unsafe.Pointer(&percpuHash), unsafe.Pointer(&flow), call.B)
	case 6:
		found = count(unsafe.Pointer(&percpuArray), unsafe.Pointer(&index), call.B)
	case 9:
		found = count(unsafe.Pointer(&lruHash), unsafe.Pointer(&flow), call.B)
	case 10:
		found = count(unsafe.Pointer(&lruPercpuHash), unsafe.Pointer(&flow), call.B)
	case 11:
		prefix := Prefix{Length: 32, Address: [4]byte{10, 0, byte(call.A >> 8), byte(call.A)}}
		if value := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&trie), unsafe.Pointer(&prefix))); value != nil {
			call.Results[1] = *value
			found = true
		}
	case 22:
		value := call.A
		bpfMapPushElem(unsafe.Pointer(&queue), unsafe.Pointer(&value), 0)
		value = call.B
		bpfMapPushElem(unsafe.Pointer(&queue), unsafe.Pointer(&value), 0)
		found = bpfMapPopElem(unsafe.Pointer(&queue), unsafe.Pointer(&value)) == 0
		call.Results[1] = value
	case 27:
		found = bpfRingbufOutput(unsafe.Pointer(&ring), unsafe.Pointer(&flow), uint64(unsafe.Sizeof(flow)), 0) == 0
	case 101:
		found = bpfMapDeleteElem(unsafe.Pointer(&hash), unsafe.Pointer(&flow)) == 0
	default:
		return packet.Drop
	}
	if found {
		call.Results[0] = 1
	} else {
		call.Results[0] = 0
	}
	return packet.Pass
}

// The program that `maps` calls through `programs`.
//
//export called
//go:section xdp
func called(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	call.Results[0] = 77
	return packet.Pass
}

func main() {}
