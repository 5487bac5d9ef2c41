// Package generics has generic functions, types and constraints.
package generics

import (
	"cmp"
	"language/call"
)

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint
}

type port uint16

func sum[T integer](values []T) (total T) {
	for _, v := range values {
		total += v
	}
	return total
}

func largest[T cmp.Ordered](first T, rest ...T) T {
	m := first
	for _, v := range rest {
		if v > m {
			m = v
		}
	}
	return m
}

func index[T comparable](values []T, wanted T) int {
	for i, v := range values {
		if v == wanted {
			return i
		}
	}
	return -1
}

func convert[To, From integer](v From) To { return To(v) }

type pair[K comparable, V any] struct {
	Key   K
	Value V
}

type small[K comparable, V any] struct {
	entries [6]pair[K, V]
	n       int
}

func (m *small[K, V]) put(k K, v V) bool {
	for i := range m.entries[:m.n] {
		if m.entries[i].Key == k {
			m.entries[i].Value = v
			return true
		}
	}
	if m.n == len(m.entries) {
		return false
	}
	m.entries[m.n] = pair[K, V]{k, v}
	m.n++
	return true
}

func (m *small[K, V]) get(k K) (v V, ok bool) {
	for i := 0; i < m.n; i++ {
		if m.entries[i].Key == k {
			return m.entries[i].Value, true
		}
	}
	return v, false
}

type shape interface {
	area() uint64
}

type square struct{ side uint64 }
type rect struct{ w, h uint64 }

func (s square) area() uint64 { return s.side * s.side }
func (r *rect) area() uint64  { return r.w * r.h }

func double[S shape](s S) uint64 { return s.area() * 2 }

type number[T any] interface {
	*T
	add(uint64)
}

type count struct{ n uint64 }

func (c *count) add(n uint64) { c.n += n }

func accumulate[T any, P number[T]](values []uint64) T {
	var t T
	for _, v := range values {
		P(&t).add(v)
	}
	return t
}

func mapped[T, U any](values *[4]T, f func(T) U) (result [4]U) {
	for i, v := range values {
		result[i] = f(v)
	}
	return
}

// Functions calls generic functions with several types.
func Functions(in *call.In, out *call.Out) {
	a := [4]uint64{in.A, in.B, in.C, in.D}
	out[0] = sum(a[:])
	b := [3]int8{int8(in.A), int8(in.B), int8(in.C)}
	out[1] = uint64(sum(b[:]))
	out[2] = uint64(largest(int32(in.A), int32(in.B), int32(in.C)))
	out[3] = uint64(largest(port(in.A), port(in.B)))
	out[4] = uint64(index(a[:], in.D))
	out[5] = uint64(index(in.Bytes[:], byte(in.A)))
	out[6] = uint64(convert[int64](int8(in.A))) ^ uint64(convert[uint8](in.B))
	out[7] = uint64(convert[port, int32](int32(in.C)))
}

// Types uses generic types.
func Types(in *call.In, out *call.Out) {
	var m small[uint32, uint64]
	for i, b := range in.Bytes[:8] {
		if !m.put(uint32(b&7), uint64(i)+in.A) {
			out[0]++
		}
	}
	out[1], _ = m.get(uint32(in.B & 7))
	out[2] = uint64(m.n)
	var n small[[2]byte, bool]
	n.put([2]byte{1, 2}, true)
	n.put([2]byte{in.Bytes[0], in.Bytes[1]}, in.A > 5)
	v, ok := n.get([2]byte{1, 2})
	out[3] = call.Bit(v)<<1 | call.Bit(ok)
}

// Constraints calls methods of type parameters.
func Constraints(in *call.In, out *call.Out) {
	out[0] = double(square{in.A})
	out[1] = double(&rect{in.A, in.B})
	out[2] = accumulate[count]([]uint64{in.A, in.B, in.D}).n
}

// Mapped takes a function.
func Mapped(in *call.In, out *call.Out) {
	a := [4]uint64{in.A, in.B, in.C, in.D}
	r := mapped(&a, func(x uint64) uint16 { return uint16(x>>3) + uint16(in.A) })
	for i, v := range r {
		out[i] = uint64(v)
	}
}
