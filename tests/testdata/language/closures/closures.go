// Package closures has function literals that are called where they are known.
package closures

import "language/call"

func each(values []byte, f func(int, byte)) {
	for i, v := range values {
		f(i, v)
	}
}

func fold(values []uint64, start uint64, f func(a, b uint64) uint64) uint64 {
	for _, v := range values {
		start = f(start, v)
	}
	return start
}

func find(values []byte, f func(byte) bool) (int, bool) {
	for i, v := range values {
		if f(v) {
			return i, true
		}
	}
	return 0, false
}

// Local calls literals where they stand and from variables.
func Local(in *call.In, out *call.Out) {
	square := func(x uint64) uint64 { return x * x }
	out[0] = square(in.A) + square(in.B)
	out[1] = func() uint64 { return in.C ^ in.D }()
	cube := func(x uint64) uint64 { return square(x) * x }
	out[2] = cube(in.C)
}

// Capture changes captured variables.
func Capture(in *call.In, out *call.Out) {
	n := in.A
	add := func(x uint64) { n += x }
	add(in.B)
	add(in.C)
	out[0] = n
	var hits [4]uint64
	count := func(x uint64) uint64 {
		hits[x&3]++
		return hits[x&3]
	}
	count(in.A)
	count(in.B)
	out[1] = count(in.A)
	out[2] = hits[0]<<16 | hits[1]<<8 | hits[2]
	limit := in.D
	clamp := func(x *uint64) {
		if *x > limit {
			*x = limit
		}
	}
	x := in.A
	clamp(&x)
	limit = 5
	y := in.B
	clamp(&y)
	out[3], out[4] = x, y
}

// Passed hands literals to functions.
func Passed(in *call.In, out *call.Out) {
	each(in.Bytes[:16], func(i int, b byte) {
		if b > 0x40 {
			out[0] += uint64(i)
		} else {
			out[1] ^= uint64(b) << (i & 7)
		}
	})
	values := [4]uint64{in.A, in.B, in.C, in.D}
	out[2] = fold(values[:], 1, func(a, b uint64) uint64 { return a*31 + b })
	wanted := byte(in.A)
	i, ok := find(in.Bytes[:], func(b byte) bool { return b == wanted })
	out[3], out[4] = uint64(i), call.Bit(ok)
	out[5] = fold(values[1:3], in.D, largest)
}

func largest(a, b uint64) uint64 { return max(a, b) }

// PerIteration captures loop variables, which are new in each iteration.
func PerIteration(in *call.In, out *call.Out) {
	var sum uint64
	for i := uint64(0); i < 5; i++ {
		f := func() uint64 { return i * in.A }
		sum = sum*3 + f()
	}
	out[0] = sum
}

// Returned calls what functions return.
func Returned(in *call.In, out *call.Out) {
	out[0] = adder(in.A)(in.B)
	add := adder(in.C)
	out[1] = add(1) + add(in.D)
	next := counter()
	next()
	next()
	out[2] = next()
}

func adder(n uint64) func(uint64) uint64 {
	return func(x uint64) uint64 { return x + n }
}

func counter() func() uint64 {
	n := uint64(0)
	return func() uint64 {
		n++
		return n
	}
}
// Chosen picks one of several functions.
func Chosen(in *call.In, out *call.Out) {
	f := func(x uint64) uint64 { return x + 1 }
	if in.A > 100 {
		f = func(x uint64) uint64 { return x * 2 }
	}
	out[0] = f(in.B)
	g, n := largest, in.C&3
	for i := range n {
		switch i {
		case 0:
			g = quotient
		case 1:
			g = func(a, b uint64) uint64 { return a - b*n }
		}
	}
	out[1] = g(in.A, in.D)
	var h func()
	if in.D > 3 {
		h = func() { out[2] = in.D }
	}
	if h != nil {
		h()
	}
	var c tally
	count := c.up
	if in.B > 1000 {
		count = c.down
	}
	count(in.A)
	count(3)
	out[3] = c.n
	if in.A == 7 {
		var none func()
		none()
	}
}

func quotient(a, b uint64) uint64 { return a / b }

type tally struct{ n uint64 }

func (t *tally) up(n uint64)   { t.n += n }
func (t *tally) down(n uint64) { t.n -= n }

