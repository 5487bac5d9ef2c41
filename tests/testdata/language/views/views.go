// Package views looks at packets through slices, whose length Go checks.
package views

import (
	"encoding/binary"
	"language/call"
	"unsafe"
)

func bytes(p call.Packet) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(p.Data)), int(p.End-p.Data))
}

// Constant reads at constant places, behind one check.
func Constant(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 34 {
		return
	}
	out[0] = uint64(b[33])
	out[1] = uint64(binary.BigEndian.Uint16(b[12:14]))
	out[2] = uint64(binary.BigEndian.Uint32(b[26:]))
	out[3] = uint64([4]byte(b[20:24])[3])
}

// Unchecked has Go's own checks alone.
func Unchecked(p call.Packet, out *call.Out) {
	b := bytes(p)
	out[0] = uint64(b[4])
	out[1] = uint64(binary.LittleEndian.Uint64(b[30:38]))
}

// Variable reads where the packet says.
func Variable(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 2 {
		return
	}
	at := int(b[0])
	if at >= len(b) {
		at = int(b[1] & 15)
	}
	out[0] = uint64(b[at])
}

// Header follows a header of variable length.
func Header(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 20 {
		return
	}
	rest := b[int(b[0]&7)*4:]
	if len(rest) < 8 {
		out[0] = 1
		return
	}
	out[0] = uint64(binary.BigEndian.Uint16(rest[2:4]))
	out[1] = uint64(rest[7])
	rest[1] = 9
	out[2] = uint64(len(rest))
}

// Signed has an index that may be negative.
func Signed(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 1 {
		return
	}
	at := int(int8(b[0]))
	if at < len(b) {
		out[0] = 1
		out[1] = uint64(b[at])
	}
}

// Last reads from the end.
func Last(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) == 0 {
		return
	}
	out[0] = uint64(b[len(b)-1])
	if len(b) > 4 {
		out[1] = uint64(binary.BigEndian.Uint32(b[len(b)-4:]))
	}
}

// Each goes over all bytes.
func Each(p call.Packet, out *call.Out) {
	for i, b := range bytes(p) {
		if i >= 60 {
			break
		}
		out[0] += uint64(b)
		out[1] = uint64(i)
	}
}

// Until goes over them as long as they are there.
func Until(p call.Packet, out *call.Out) {
	b := bytes(p)
	for i := 0; i < 64 && i < len(b); i++ {
		out[0] = out[0]*31 + uint64(b[i])
	}
}

// Sum adds up words, and an odd byte.
func Sum(p call.Packet, out *call.Out) {
	b := bytes(p)
	var sum uint32
	for i := 0; i+1 < len(b) && i < 100; i += 2 {
		sum += uint32(b[i])<<8 | uint32(b[i+1])
	}
	if len(b)&1 == 1 {
		sum += uint32(b[len(b)-1]) << 8
	}
	sum = sum&0xffff + sum>>16
	out[0] = uint64(^uint16(sum&0xffff + sum>>16))
}

// Copy copies out of the packet, and into it.
func Copy(p call.Packet, out *call.Out) {
	b := bytes(p)
	var buffer [16]byte
	out[0] = uint64(copy(buffer[:], b))
	for _, c := range buffer {
		out[1] = out[1]*31 + uint64(c)
	}
	n := len(b)
	if n > 10 {
		n = 10
	}
	copy(b[:n], buffer[3:])
	if n > 0 {
		out[2] = uint64(b[n-1])
	}
}

// Swap exchanges parts of the packet.
func Swap(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 12 {
		return
	}
	var first [6]byte
	copy(first[:], b)
	copy(b, b[6:12])
	copy(b[6:12], first[:])
	binary.BigEndian.PutUint16(b[4:], 0xabcd)
	out[0] = binary.LittleEndian.Uint64(b[:8])
	out[1] = uint64(b[11])
}

// Options walks over options of variable length, by index.
func Options(p call.Packet, out *call.Out) {
	b := bytes(p)
	at, end := 4, len(b)
	if end > 44 {
		end = 44
	}
	for n := 0; n < 10 && at < end; n++ {
		kind := b[at] & 7
		if kind == 0 {
			break
		}
		if kind == 1 {
			at++
			continue
		}
		if at+1 >= end {
			break
		}
		length := int(b[at+1] & 31)
		if length < 2 || at+length > end {
			out[1] = 1
			break
		}
		if length == 4 {
			out[2] = uint64(binary.BigEndian.Uint16(b[at+2 : at+4]))
		}
		at += length
		out[0]++
	}
	out[3] = uint64(at)
}

// Labels walks over labels by slicing, each behind its length.
func Labels(p call.Packet, out *call.Out) {
	rest := bytes(p)
	for i := 0; i < 12 && len(rest) > 0; i++ {
		length := int(rest[0] & 15)
		if length == 0 || len(rest) < 1+length {
			break
		}
		out[0] = out[0]*31 + uint64(rest[length])
		rest = rest[1+length:]
	}
	out[1] = uint64(len(rest))
}

// reader goes through a packet.
type reader struct {
	data []byte
	at   int
}

func (r *reader) word() (uint16, bool) {
	if r.at+2 > len(r.data) {
		return 0, false
	}
	word := binary.BigEndian.Uint16(r.data[r.at:])
	r.at += 2
	return word, true
}

//go:noinline
func (r *reader) skip(n int) bool {
	if n < 0 || len(r.data)-r.at < n {
		return false
	}
	r.at += n
	return true
}

// Reader uses a type with methods, some of which are subprograms.
func Reader(p call.Packet, out *call.Out) {
	r := reader{data: bytes(p)}
	first, ok := r.word()
	if !ok || !r.skip(int(first&15)) {
		out[0] = 1
		return
	}
	out[1] = uint64(first)
	second, ok := r.word()
	if !ok || !r.skip(int(second&7)) {
		out[0] = 2
		return
	}
	out[2] = uint64(second)
	third, ok := r.word()
	out[3] = uint64(third)
	out[4] = call.Bit(ok)
}

// view is a packet with methods.
type view []byte

func (v view) kind() (byte, bool) {
	if len(v) < 14 {
		return 0, false
	}
	return v[13], true
}

func (v view) rest() view { return v[14:] }

//go:noinline
func (v view) at(i int) byte {
	if i < 0 || i >= len(v) {
		return 0xee
	}
	return v[i]
}

//go:noinline
func second(b []byte) (uint16, bool) {
	if len(b) < 4 {
		return 0, false
	}
	return binary.LittleEndian.Uint16(b[2:4]), true
}

// Methods hands the packet to methods and functions, inlined and not.
func Methods(p call.Packet, out *call.Out) {
	v := view(bytes(p))
	kind, ok := v.kind()
	if !ok {
		return
	}
	out[0] = uint64(kind)
	rest := v.rest()
	word, ok := second(rest)
	out[1] = uint64(word)
	out[2] = call.Bit(ok)
	out[3] = uint64(rest.at(int(kind & 31)))
	out[4] = uint64(v.at(int(kind)))
}

// Fold ends checksums with a loop, in each form.
func Fold(p call.Packet, out *call.Out) {
	b := bytes(p)
	var narrow uint32
	var wide uint64
	for i := 0; i+3 < len(b) && i < 64; i += 4 {
		narrow += binary.BigEndian.Uint32(b[i:])
		wide += uint64(binary.BigEndian.Uint32(b[i:])) << (i & 31)
	}
	for narrow>>16 != 0 {
		narrow = narrow&0xffff + narrow>>16
	}
	for wide > 0xffff {
		wide = wide>>16 + wide&0xffff
	}
	out[0] = uint64(narrow)
	out[1] = wide
}

// Range goes over a part whose length the packet says.
func Range(p call.Packet, out *call.Out) {
	b := bytes(p)
	if len(b) < 1 {
		return
	}
	n := int(b[0] & 31)
	if n > len(b) {
		n = len(b)
	}
	for i, c := range b[:n] {
		out[0] = out[0]*31 + uint64(c)
		out[1] += uint64(i)
	}
}
