// Package packets parses packets of any length, whose end is checked by hand.
package packets

import (
	"encoding/binary"
	"language/call"
	"unsafe"
)

type ethernet struct {
	Target, Source [6]byte
	Type           uint16
}

type ipv4 struct {
	VersionLength, Service uint8
	Length, ID, Fragment   uint16
	TTL, Protocol          uint8
	Checksum               uint16
	Source, Target         [4]byte
}

func at[T any](p call.Packet, offset uintptr) *T {
	var t T
	start := p.Data + offset
	if start+unsafe.Sizeof(t) > p.End {
		return nil
	}
	return (*T)(unsafe.Pointer(start))
}

// Headers follows the usual headers.
func Headers(p call.Packet, out *call.Out) {
	eth := at[ethernet](p, 0)
	if eth == nil {
		out[0] = 1
		return
	}
	out[1] = uint64(eth.Type)
	ip := at[ipv4](p, unsafe.Sizeof(*eth))
	if ip == nil {
		out[0] = 2
		return
	}
	out[2] = uint64(ip.Protocol) | uint64(ip.TTL)<<8
	out[3] = uint64(binary.BigEndian.Uint32(ip.Source[:]))
	length := uintptr(ip.VersionLength&15) * 4
	port := at[uint16](p, unsafe.Sizeof(*eth)+length)
	if port == nil {
		out[0] = 3
		return
	}
	out[4] = uint64(*port)
	out[0] = 4
}

// Sum adds up the bytes, as far as they are there.
func Sum(p call.Packet, out *call.Out) {
	for i := uintptr(0); i < 64; i++ {
		if p.Data+i+1 > p.End {
			break
		}
		out[0] += uint64(*(*byte)(unsafe.Pointer(p.Data + i)))
		out[1]++
	}
}

// Slice looks at the start of the packet as a slice.
func Slice(p call.Packet, out *call.Out) {
	if p.Data+16 > p.End {
		return
	}
	s := unsafe.Slice((*byte)(unsafe.Pointer(p.Data)), 16)
	for i, b := range s {
		out[0] += uint64(b) << (i & 7)
	}
	out[1] = uint64(binary.BigEndian.Uint32(s[4:]))
	var a [16]byte
	copy(a[:], s)
	out[2] = uint64(a[a[0]&15])
	s[3] = 7
	out[3] = binary.LittleEndian.Uint64(s)
	out[4] = call.Bit(s[2] == 3)
}

// Options walks over options of variable length.
func Options(p call.Packet, out *call.Out) {
	offset := uintptr(4)
	for i := 0; i < 8; i++ {
		option := at[[2]byte](p, offset)
		if option == nil || option[0] == 0 {
			break
		}
		out[0]++
		if option[0] == 1 {
			offset++
			continue
		}
		length := uintptr(option[1] & 15)
		if length < 2 {
			out[1] = 1
			return
		}
		out[2] = out[2]*31 + uint64(option[0])
		offset += length
	}
	out[3] = uint64(offset)
}

// Length compares with the length of the packet.
func Length(p call.Packet, out *call.Out) {
	n := p.End - p.Data
	out[0] = uint64(n)
	if n >= 20 {
		out[1] = 1
	}
}

// Swap exchanges the addresses.
func Swap(p call.Packet, out *call.Out) {
	eth := at[ethernet](p, 0)
	if eth == nil {
		return
	}
	eth.Source, eth.Target = eth.Target, eth.Source
	for _, b := range eth.Source {
		out[0] = out[0]<<8 | uint64(b)
	}
	if eth.Source == [6]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff} {
		out[1] = 1
	}
}
