// Packets as slices of bytes, where the kernel has a say: moved headers, records that are held, keys in the packet.
package main

import (
	"encoding/binary"
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// struct __sk_buff in linux/bpf.h.
type skBuff struct {
	_       [19]uint32
	Data    uint32
	DataEnd uint32
}

// How many packets went to each pair of ports, by the ports as they lie in the packet.
var ports = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}

var records = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfXdpAdjustHead(ctx unsafe.Pointer, delta int32) int64

func xdpBytes(ctx *packet.XDP) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(uintptr(ctx.Data))), int(ctx.DataEnd-ctx.Data))
}

func skbBytes(ctx *skBuff) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(uintptr(ctx.Data))), int(ctx.DataEnd-ctx.Data))
}

// sum is the Internet checksum of a header.
func sum(header []byte) uint16 {
	var sum uint32
	for i := 0; i+1 < len(header); i += 2 {
		sum += uint32(binary.BigEndian.Uint16(header[i:]))
	}
	sum = sum&0xffff + sum>>16
	return ^uint16(sum&0xffff + sum>>16)
}

// Puts an IPv4 packet into another one.
//
//export encapsulate
//go:section xdp
func encapsulate(ctx *packet.XDP) int32 {
	frame := xdpBytes(ctx)
	if len(frame) < 34 || binary.BigEndian.Uint16(frame[12:]) != 0x0800 {
		return packet.Drop
	}
	var ethernet [14]byte
	copy(ethernet[:], frame)
	length := binary.BigEndian.Uint16(frame[16:])
	if bpfXdpAdjustHead(unsafe.Pointer(ctx), -20) != 0 {
		return packet.Aborted
	}
	frame = xdpBytes(ctx)
	if len(frame) < 34 {
		return packet.Aborted
	}
	copy(frame, ethernet[:])
	header := frame[14:34]
	clear(header)
	header[0], header[8], header[9] = 0x45, 64, 4
	binary.BigEndian.PutUint16(header[2:], length+20)
	copy(header[12:], []byte{10, 0, 0, 1, 10, 0, 0, 2})
	binary.BigEndian.PutUint16(header[10:], sum(header))
	return packet.Pass
}

// transport is what an IPv4 packet carries.
func transport(frame []byte) ([]byte, bool) {
	if len(frame) < 34 {
		return nil, false
	}
	length := int(frame[14]&15) * 4
	if length < 20 || len(frame) < 14+length+4 {
		return nil, false
	}
	return frame[14+length:], true
}

// Counts by a key that lies in the packet.
//
//export count
//go:section xdp
func count(ctx *packet.XDP) int32 {
	segment, ok := transport(xdpBytes(ctx))
	if !ok {
		return packet.Drop
	}
	key := unsafe.Pointer(&segment[0])
	if seen := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&ports), key)); seen != nil {
		*seen++
		return packet.Pass
	}
	one := uint64(1)
	bpfMapUpdateElem(unsafe.Pointer(&ports), key, unsafe.Pointer(&one), 0)
	return packet.Pass
}

type record struct {
	Ports  [4]byte
	Length uint32
	Bytes  [24]byte
}

// Copies parts of the packet while it holds a record of the ring buffer.
//
//export report
//go:section xdp
func report(ctx *packet.XDP) int32 {
	frame := xdpBytes(ctx)
	segment, ok := transport(frame)
	if !ok {
		return packet.Drop
	}
	r := (*record)(bpfRingbufReserve(unsafe.Pointer(&records), uint64(unsafe.Sizeof(record{})), 0))
	if r == nil {
		return packet.Aborted
	}
	*r = record{Length: uint32(len(segment))}
	copy(r.Ports[:], segment[:4])
	n := min(len(frame), len(r.Bytes))
	copy(r.Bytes[:n], frame[:n])
	bpfRingbufSubmit(unsafe.Pointer(r), 0)
	return packet.Pass
}

// Writes at a place that the packet gives.
//
//export redirect
//go:section classifier
func redirect(ctx *skBuff) int32 {
	segment, ok := transport(skbBytes(ctx))
	if !ok {
		return 2
	}
	if binary.BigEndian.Uint16(segment[2:]) == 80 {
		binary.BigEndian.PutUint16(segment[2:], 8080)
	}
	return 0
}

// Compares the fields of the context as they are, 32 bits wide.
//
//export narrow
//go:section xdp
func narrow(ctx *packet.XDP) int32 {
	if ctx.Data+34 > ctx.DataEnd {
		return packet.Drop
	}
	frame := (*[34]byte)(unsafe.Pointer(uintptr(ctx.Data)))
	return int32(frame[33])
}

func main() {}
