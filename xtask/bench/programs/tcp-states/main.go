// Times of TCP connections: fields of a context, a switch and map values.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m unsafe.Pointer, key unsafe.Pointer, value unsafe.Pointer, flags uint64) int64
func bpfKtimeGetNs() uint64

func bpfSetsockopt(ctx unsafe.Pointer, level, name int32, value unsafe.Pointer, size int32) int64
func bpfSockOpsCbFlagsSet(ctx unsafe.Pointer, flags int32) int64

type sockOps struct {
	Op         uint32
	Args       [4]uint32
	Family     uint32
	RemoteIP4  uint32
	LocalIP4   uint32
	RemoteIP6  [4]uint32
	LocalIP6   [4]uint32
	RemotePort uint32
	LocalPort  uint32
	IsFullsock uint32
	SndCwnd    uint32
	SrttUs     uint32
	Flags      uint32
	State      uint32
}
type Key struct {
	RemoteIP, LocalIP     uint32
	RemotePort, LocalPort uint16
}
type Stats struct {
	Opened, Closed, RTT uint64
	Largest             uint32
	_                   uint32
}

var stats = bpfMapDef{Type: 9, KeySize: uint32(unsafe.Sizeof(Key{})), ValueSize: uint32(unsafe.Sizeof(Stats{})), MaxEntries: 4096}

//export watch
//go:section sockops
func watch(ctx *sockOps) int32 {
	if ctx.Family != 2 {
		return 1
	}
	key := Key{
		RemoteIP:   ctx.RemoteIP4,
		LocalIP:    ctx.LocalIP4,
		RemotePort: uint16(ctx.RemotePort >> 16),
		LocalPort:  uint16(ctx.LocalPort),
	}
	switch ctx.Op {
	case 4, 5:
		size := int32(1 << 20)
		bpfSetsockopt(unsafe.Pointer(ctx), 1, 7, unsafe.Pointer(&size), 4)
		bpfSockOpsCbFlagsSet(unsafe.Pointer(ctx), 1<<2|1<<3)
		fresh := Stats{Opened: bpfKtimeGetNs()}
		bpfMapUpdateElem(unsafe.Pointer(&stats), unsafe.Pointer(&key), unsafe.Pointer(&fresh), 0)
	case 10:
		if ctx.Args[1] != 7 {
			return 1
		}
		s := (*Stats)(bpfMapLookupElem(unsafe.Pointer(&stats), unsafe.Pointer(&key)))
		if s != nil {
			s.Closed = bpfKtimeGetNs()
		}
	case 12:
		s := (*Stats)(bpfMapLookupElem(unsafe.Pointer(&stats), unsafe.Pointer(&key)))
		if s == nil {
			return 1
		}
		rtt := ctx.SrttUs >> 3
		s.RTT += uint64(rtt)
		s.Largest = max(s.Largest, rtt)
	}
	return 1
}

func main() {}
