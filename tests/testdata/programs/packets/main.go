// A parser of packets, with its bounds checks in subprograms.
package main

import (
	"math/bits"
	"programs/packet"
	"unsafe"
)

// Stats is what user space reads for each protocol.
type Stats struct {
	Packets uint64
	Bytes   uint64
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// By IP protocol number.
var protocols = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Stats{})), MaxEntries: 256}

// The TCP or UDP port that is closed, as user space sets it.
//
//go:section .rodata
var closedPort uint16

type ethernet struct {
	Destination [6]byte
	Source      [6]byte
	Type        uint16
}

type vlan struct {
	Control uint16
	Type    uint16
}

type ipv4 struct {
	VersionAndLength uint8
	_                [8]byte
	Protocol         uint8
	_                [10]byte
}

type ipv6 struct {
	_          [6]byte
	NextHeader uint8
	_          [33]byte
}

type ports struct {
	Source, Destination uint16
}

// cursor goes through a packet.
type cursor struct {
	at, end uintptr
}

// next returns the next bytes, or nil if the packet ends before.
func (c *cursor) next(size uintptr) unsafe.Pointer {
	if c.at+size > c.end {
		return nil
	}
	at := c.at
	c.at += size
	return unsafe.Pointer(at)
}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export packets
//go:section xdp
func packets(ctx *packet.XDP) int32 {
	c := cursor{uintptr(ctx.Data), uintptr(ctx.DataEnd)}
	frame := (*ethernet)(c.next(unsafe.Sizeof(ethernet{})))
	if frame == nil {
		return packet.Drop
	}
	etherType := bits.ReverseBytes16(frame.Type)
	for i := 0; i < 2 && (etherType == 0x8100 || etherType == 0x88a8); i++ {
		tag := (*vlan)(c.next(unsafe.Sizeof(vlan{})))
		if tag == nil {
			return packet.Drop
		}
		etherType = bits.ReverseBytes16(tag.Type)
	}
	var protocol uint8
	switch etherType {
	case 0x0800:
		header := (*ipv4)(c.next(unsafe.Sizeof(ipv4{})))
		if header == nil || header.VersionAndLength>>4 != 4 {
			return packet.Drop
		}
		options := uintptr(header.VersionAndLength&15)*4 - unsafe.Sizeof(ipv4{})
		if options > 40 || c.next(options) == nil {
			return packet.Drop
		}
		protocol = header.Protocol
	case 0x86dd:
		header := (*ipv6)(c.next(unsafe.Sizeof(ipv6{})))
		if header == nil {
			return packet.Drop
		}
		protocol = header.NextHeader
	default:
		return packet.Pass
	}
	record(protocol, uint64(ctx.DataEnd-ctx.Data))
	if (protocol == 6 || protocol == 17) && closed(c.at, c.end) {
		return packet.Drop
	}
	return packet.Pass
}

//go:noinline
func record(protocol uint8, size uint64) {
	key := uint32(protocol)
	if stats := (*Stats)(bpfMapLookupElem(unsafe.Pointer(&protocols), unsafe.Pointer(&key))); stats != nil {
		stats.Packets++
		stats.Bytes += size
	}
}

//go:noinline
func closed(at, end uintptr) bool {
	if at+unsafe.Sizeof(ports{}) > end {
		return true
	}
	return bits.ReverseBytes16((*ports)(unsafe.Pointer(at)).Destination) == closedPort
}

// Here the subprogram has the context and does all the work.
//
//export whole
//go:section xdp
func whole(ctx *packet.XDP) int32 {
	return int32(first(ctx, 12))<<8 | int32(first(ctx, 13))
}

//go:noinline
func first(ctx *packet.XDP, offset uintptr) uint8 {
	at := uintptr(ctx.Data)
	if offset > 64 || at+offset+1 > uintptr(ctx.DataEnd) {
		return 0xff
	}
	return *(*uint8)(unsafe.Pointer(at + offset))
}

func main() {}
