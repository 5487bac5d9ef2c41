// Package pointers has package unsafe, atomics and slices over memory.
package pointers

import (
	"language/call"
	"sync/atomic"
	"unsafe"
)

// Slices makes slices of pointers.
func Slices(in *call.In, out *call.Out) {
	s := unsafe.Slice(&in.Bytes[0], 16)
	out[0] = uint64(s[in.A&15])
	t := unsafe.Slice((*uint32)(unsafe.Pointer(&in.Bytes)), 8)
	for _, v := range t {
		out[1] = out[1]*3 + uint64(v)
	}
	n := in.B & 7
	u := unsafe.Slice((*uint16)(unsafe.Pointer(&in.Bytes)), n)
	for i := range u {
		out[2] += uint64(u[i])
	}
	out[3] = uint64(*(*uint16)(unsafe.Add(unsafe.Pointer(&in.Bytes), in.C&14)))
	p := unsafe.Pointer(uintptr(unsafe.Pointer(in)) + unsafe.Offsetof(in.C))
	out[4] = *(*uint64)(p)
	out[5] = uint64(unsafe.Sizeof(*in)) + uint64(unsafe.Alignof(in.A))
	a := (*[4]byte)(s[4:])
	a[1] = 5
	out[6] = uint64(in.Bytes[5])
	b := [4]byte(s[2:6])
	b[0]++
	out[7] = uint64(b[0]) | uint64(in.Bytes[2])<<8
}

// Functions uses the functions of sync/atomic.
func Functions(in *call.In, out *call.Out) {
	v := in.A
	w := uint32(in.B)
	out[0] = atomic.AddUint64(&v, in.C)
	out[1] = uint64(atomic.AddUint32(&w, ^uint32(0)))
	out[2] = atomic.SwapUint64(&v, in.D)
	out[3] = call.Bit(atomic.CompareAndSwapUint64(&v, in.D, 7)) | call.Bit(atomic.CompareAndSwapUint32(&w, 5, 6))<<1
	atomic.StoreUint64(&v, atomic.LoadUint64(&v)+1)
	out[4] = v
	i := int64(in.A)
	out[5] = uint64(atomic.AddInt64(&i, -3))
	out[6] = uint64(atomic.OrUint32(&w, 0x10)) | uint64(atomic.AndUint32(&w, 0xff))<<32
	out[7] = uint64(w)
}

type stats struct {
	packets atomic.Uint64
	bytes   atomic.Int32
	flags   atomic.Uint32
	on      atomic.Bool
}

// Typed uses the types of sync/atomic.
func Typed(in *call.In, out *call.Out) {
	var s stats
	s.packets.Add(in.A)
	s.packets.Add(1)
	out[0] = s.packets.Load()
	out[1] = uint64(s.bytes.Add(-int32(in.B)))
	s.flags.Store(uint32(in.C))
	out[2] = uint64(s.flags.Swap(9))
	out[3] = call.Bit(s.flags.CompareAndSwap(9, 10))
	s.on.Store(in.D&1 == 1)
	out[4] = call.Bit(s.on.Load())
	out[5] = uint64(s.flags.Or(3)) + uint64(s.flags.Load())
}

var total, calls uint64

// Globals works on package variables.
func Globals(in *call.In, out *call.Out) {
	total = in.A
	bump(&total)
	atomic.AddUint64(&total, in.B)
	out[0] = total
	grid[in.C&3][in.D&3] = in.A
	out[1] = grid[in.D&3][in.C&3] | grid[in.C&3][in.D&3]
	grid[in.C&3][in.D&3] = 0
	config.mode = mode(in.A & 3)
	out[2] = uint64(config.mode.next())
	out[3] = uint64(lookup[in.B%uint64(len(lookup))])
}

//go:noinline
func bump(p *uint64) { *p += 3 }

type mode uint8

func (m mode) next() mode { return (m + 1) & 3 }

var (
	grid   [4][4]uint64
	config struct {
		mode mode
		name [6]byte
	}
	lookup = [...]uint16{1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89}
)

// Swap exchanges through pointers.
func Swap(in *call.In, out *call.Out) {
	a, b := in.A, in.B
	swap(&a, &b)
	out[0], out[1] = a, b
	p, q := &a, &b
	if in.C > in.D {
		p, q = q, p
	}
	*p += 1
	*q *= 2
	out[2], out[3] = a, b
	x := [4]uint64{in.A, in.B, in.C, in.D}
	swap(&x[in.A&3], &x[in.B&3])
	out[4], out[5] = x[0], x[1]
	s := x[1:]
	s[0], s[2] = s[2], s[0]
	out[6], out[7] = x[1], x[3]
}

//go:noinline
func swap(a, b *uint64) { *a, *b = *b, *a }

// Sub takes slices of slices.
func Sub(in *call.In, out *call.Out) {
	a := in.A & 7
	b := a + in.B&7
	s := in.Bytes[a:b]
	out[0] = uint64(len(s))
	for _, v := range s {
		out[1] = out[1]<<3 ^ uint64(v)
	}
	t := in.Bytes[8:24]
	t = t[in.C&3:]
	t = t[:8]
	out[2] = uint64(t[in.D&7])
	u := t[in.D&3 : in.D&3+4 : 8]
	out[3] = uint64(u[3]) + uint64(cap(u))<<8
	sum(in.Bytes[a:], &out[4])
	if i := int(in.A % 40); i < len(in.Bytes) {
		out[5] = uint64(in.Bytes[i])
	}
	if n := in.D % 50; n <= uint64(len(in.Bytes)) && n > 0 {
		out[6] = uint64(in.Bytes[n-1])
		out[7] = uint64(in.Bytes[:n][n/2])
	}
}

func sum(s []byte, to *uint64) {
	for _, v := range s {
		*to += uint64(v)
	}
}

// Reverse swaps from both ends of a part.
func Reverse(in *call.In, out *call.Out) {
	n := int(in.A & 15)
	s := in.Bytes[:n]
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	for _, b := range in.Bytes[:16] {
		out[0] = out[0]<<4 ^ uint64(b)
	}
	if n > 0 {
		out[1] = uint64(s[len(s)-1])
	}
}

// Cursor parses a slice from its front.
func Cursor(in *call.In, out *call.Out) {
	b := in.Bytes[:]
	for i := 0; i < 6 && len(b) > 0; i++ {
		n := int(b[0] & 3)
		b = b[1:]
		if n > len(b) {
			out[7] = 99
			return
		}
		field := b[:n]
		b = b[n:]
		for _, c := range field {
			out[i] = out[i]<<8 | uint64(c)
		}
	}
	out[7] = uint64(len(b))
}
