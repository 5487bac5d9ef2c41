// Package encoding has encoding/binary and byte orders by hand.
package encoding

import (
	"encoding/binary"
	"language/call"
	"unsafe"
)

// Read reads numbers in both orders.
func Read(in *call.In, out *call.Out) {
	b := in.Bytes[:]
	out[0] = binary.BigEndian.Uint64(b)
	out[1] = binary.LittleEndian.Uint64(b[3:])
	out[2] = uint64(binary.BigEndian.Uint32(b[11:15]))<<32 | uint64(binary.LittleEndian.Uint32(b[1:]))
	out[3] = uint64(binary.BigEndian.Uint16(b[20:])) | uint64(binary.LittleEndian.Uint16(b[21:]))<<16
	out[4] = uint64(binary.NativeEndian.Uint32(b[4:]))
	n := in.A & 15
	out[5] = uint64(binary.BigEndian.Uint16(b[n:]))
	out[6] = uint64(binary.BigEndian.Uint32(b[n : n+4]))
}

// Write writes numbers in both orders.
func Write(in *call.In, out *call.Out) {
	var b [24]byte
	binary.BigEndian.PutUint16(b[0:], uint16(in.A))
	binary.LittleEndian.PutUint16(b[2:4], uint16(in.A))
	binary.BigEndian.PutUint32(b[4:], uint32(in.B))
	binary.LittleEndian.PutUint32(b[8:], uint32(in.B))
	binary.BigEndian.PutUint64(b[12:], in.C)
	binary.LittleEndian.PutUint32(b[20:], uint32(in.D))
	for i, v := range b {
		out[i&3] = out[i&3]<<8 | uint64(v)
	}
	var order binary.ByteOrder = binary.BigEndian
	out[4] = uint64(order.Uint16(b[1:]))
}

// Short reads from a slice that may be too short.
func Short(in *call.In, out *call.Out) {
	b := in.Bytes[:in.A%40]
	out[0] = uint64(binary.BigEndian.Uint32(b))
	out[1] = uint64(binary.LittleEndian.Uint16(b[in.B%8:]))
}

// Uvarint decodes a number of variable length by hand.
func Uvarint(in *call.In, out *call.Out) {
	var x uint64
	var s uint
	for i, b := range in.Bytes[:10] {
		if b < 0x80 {
			out[0] = x | uint64(b)<<s
			out[1] = uint64(i + 1)
			return
		}
		x |= uint64(b&0x7f) << s
		s += 7
	}
	out[1] = 0
}

type header struct {
	Version, Protocol uint8
	Length            uint16
	Source, Target    uint32
}

// Views looks at bytes as a struct.
func Views(in *call.In, out *call.Out) {
	h := (*header)(unsafe.Pointer(&in.Bytes[4]))
	out[0] = uint64(h.Version)<<8 | uint64(h.Protocol)
	out[1] = uint64(h.Length>>8 | h.Length<<8)
	out[2] = uint64(h.Source ^ h.Target)
	h.Length = uint16(in.A)
	out[3] = uint64(in.Bytes[6]) | uint64(in.Bytes[7])<<8
	words := (*[4]uint64)(unsafe.Pointer(&in.Bytes))
	for _, w := range words {
		out[4] ^= w
	}
}

// Checksum is the internet checksum, whole and updated.
func Checksum(in *call.In, out *call.Out) {
	sum := checksum(in.Bytes[:20])
	out[0] = uint64(sum)
	old := binary.BigEndian.Uint16(in.Bytes[4:])
	binary.BigEndian.PutUint16(in.Bytes[4:], uint16(in.A))
	out[1] = uint64(checksum(in.Bytes[:20]))
	out[2] = uint64(update(sum, old, uint16(in.A)))
}

func checksum(b []byte) uint16 {
	var sum uint32
	for i := 0; i+1 < len(b); i += 2 {
		sum += uint32(b[i])<<8 | uint32(b[i+1])
	}
	if len(b)&1 == 1 {
		sum += uint32(b[len(b)-1]) << 8
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return ^uint16(sum)
}

func update(sum, old, new uint16) uint16 {
	s := uint32(^sum) + uint32(^old) + uint32(new)
	s = s>>16 + s&0xffff
	s = s>>16 + s&0xffff
	return ^uint16(s)
}
