// Package methods has methods of values and pointers, as calls, values and expressions.
package methods

import "language/call"

type vector struct{ X, Y uint64 }

func (v vector) add(o vector) vector { return vector{v.X + o.X, v.Y + o.Y} }
func (v vector) dot(o vector) uint64 { return v.X*o.X + v.Y*o.Y }
func (v *vector) scale(n uint64) *vector {
	v.X *= n
	v.Y *= n
	return v
}

//go:noinline
func (v *vector) reset() { *v = vector{} }

type celsius int32

func (c celsius) fahrenheit() celsius { return c*9/5 + 32 }
func (c *celsius) raise(n int32)      { *c += celsius(n) }

type bits uint64

func (b bits) has(i uint) bool { return b>>(i&63)&1 == 1 }
func (b *bits) set(i uint)     { *b |= 1 << (i & 63) }
func (b *bits) clear(i uint)   { *b &^= 1 << (i & 63) }

type table [8]uint16

func (t *table) at(i uint64) uint16     { return t[i&7] }
func (t table) sum() (s uint64)         { for _, v := range t { s += uint64(v) }; return }
func (t *table) put(i uint64, v uint16) { t[i%uint64(len(t))] = v }

type view []byte

func (v view) first() byte  { if len(v) == 0 { return 0 }; return v[0] }
func (v view) tail(n int) view { return v[n:] }

// Calls calls methods.
func Calls(in *call.In, out *call.Out) {
	v := vector{in.A, in.B}
	w := v.add(vector{in.C, in.D})
	out[0] = v.dot(w)
	v.scale(3).scale(in.C & 7)
	out[1] = v.X
	(&w).scale(2)
	out[2] = w.Y
	w.reset()
	out[3] = w.X + w.Y
	c := celsius(in.A)
	c.raise(int32(in.B))
	out[4] = uint64(c.fahrenheit())
	out[5] = v.add(w).add(v).dot(vector{1, 1})
}

// Sets works on a number's bits.
func Sets(in *call.In, out *call.Out) {
	var b bits
	b.set(uint(in.A))
	b.set(uint(in.B))
	b.set(uint(in.C))
	out[0] = uint64(b)
	b.clear(uint(in.A))
	out[1] = uint64(b)
	out[2] = call.Bit(b.has(uint(in.B)))
}

// Tables works on arrays.
func Tables(in *call.In, out *call.Out) {
	var t table
	for i := range t {
		t.put(uint64(i), uint16(in.A)+uint16(i))
	}
	t.put(in.B, 500)
	out[0] = uint64(t.at(in.C))
	out[1] = t.sum()
	v := view(in.Bytes[:])
	out[2] = uint64(v.tail(int(in.D % 33)).first())
}

// Values uses methods as values and expressions.
func Values(in *call.In, out *call.Out) {
	v := vector{in.A, in.B}
	dot := v.dot
	v.X = 0
	out[0] = dot(vector{in.C, in.D})
	scale := v.scale
	scale(2)
	out[1] = v.Y
	f := vector.add
	out[2] = f(v, vector{1, 2}).X
	g := (*vector).scale
	out[3] = g(&v, 5).Y
	out[4] = apply(v.dot, vector{3, 4})
	out[5] = apply2(vector.dot, v, vector{in.D, 1})
}

func apply(f func(vector) uint64, v vector) uint64             { return f(v) + 1 }
func apply2(f func(a, b vector) uint64, a, b vector) uint64 { return f(a, b) ^ f(b, a) }

type ring struct {
	data       [8]uint64
	head, size uint32
}

func (r *ring) push(v uint64) bool {
	if r.size == uint32(len(r.data)) {
		return false
	}
	r.data[(r.head+r.size)%uint32(len(r.data))] = v
	r.size++
	return true
}

func (r *ring) pop() (v uint64, ok bool) {
	if r.size == 0 {
		return 0, false
	}
	v = r.data[r.head]
	r.head = (r.head + 1) % uint32(len(r.data))
	r.size--
	return v, true
}

// Ring is a queue.
func Ring(in *call.In, out *call.Out) {
	var r ring
	for i := range uint64(12) {
		if !r.push(in.A + i) {
			out[0]++
		}
		if i%3 == in.B%3 {
			if v, ok := r.pop(); ok {
				out[1] = out[1]*7 + v
			}
		}
	}
	out[2] = uint64(r.size)
	for r.size > 0 {
		v, _ := r.pop()
		out[3] ^= v
	}
}
