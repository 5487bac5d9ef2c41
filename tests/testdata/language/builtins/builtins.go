// Package builtins has the functions that Go itself brings.
package builtins

import "language/call"

type point struct{ X, Y int32 }

// MinMax compares several numbers.
func MinMax(in *call.In, out *call.Out) {
	out[0] = min(in.A, in.B, in.C)
	out[1] = max(in.A, in.B)
	out[2] = uint64(min(int32(in.A), int32(in.B), 100))
	out[3] = uint64(max(int8(in.C), -5))
	out[4] = min(in.D, 32)
	out[5] = uint64(max(uint16(in.A), uint16(in.D)))
}

// Clear empties arrays behind slices.
func Clear(in *call.In, out *call.Out) {
	a := [5]uint64{in.A, in.B, in.C, in.D, 5}
	clear(a[1:3])
	for i, v := range a {
		out[i] = v
	}
	clear(in.Bytes[in.A&15 : 16])
	for _, b := range in.Bytes {
		out[5] = out[5]*5 + uint64(b)
	}
}

// Copy copies between slices that may overlap.
func Copy(in *call.In, out *call.Out) {
	var a [16]byte
	out[0] = uint64(copy(a[4:], in.Bytes[in.A&7:]))
	out[1] = uint64(copy(a[:in.B&15], in.Bytes[8:12]))
	copy(a[2:], a[:10])
	copy(a[:8], a[in.C&7:])
	copy(a[in.D&7:], a[1:5])
	for _, b := range a {
		out[2] = out[2]*31 + uint64(b)
	}
	var w [4]uint32
	x := [4]uint32{1, 2, uint32(in.A), 4}
	out[3] = uint64(copy(w[:], x[in.B&3:]))
	for _, v := range w {
		out[4] = out[4]<<8 + uint64(v)
	}
	p := [3]point{{1, 2}, {int32(in.A), int32(in.B)}, {5, 6}}
	copy(p[1:], p[:])
	out[5] = uint64(p[2].X)
}

// Lengths takes len and cap.
func Lengths(in *call.In, out *call.Out) {
	s := in.Bytes[in.A&15 : 20 : 24]
	out[0], out[1] = uint64(len(s)), uint64(cap(s))
	out[2] = uint64(len(in.Bytes)) + uint64(cap(in.Bytes[4:]))
	p := &in.Bytes
	out[3] = uint64(len(p))
	s = s[:cap(s)]
	out[4] = uint64(len(s))
	var none []byte
	out[5] = call.Bit(none == nil) | call.Bit(s != nil)<<1 | uint64(len(none))<<2
	for range none {
		out[6]++
	}
}

// Literals has slice literals and make of constant size.
func Literals(in *call.In, out *call.Out) {
	s := []uint64{in.A, 2: in.B, 3}
	out[0] = s[in.C&3]
	m := make([]uint32, 6)
	m[in.D%6] = uint32(in.A)
	m[5]++
	for _, v := range m {
		out[1] = out[1]*3 + uint64(v)
	}
	n := make([]byte, 2, 8)
	n = n[:4]
	n[3] = byte(in.B)
	out[2] = uint64(n[3]) + uint64(cap(n))
	t := [...]string{2: "two", 0: "zero"}
	out[3] = uint64(len(t)) + uint64(len(t[2]))
	out[4] = total(1, in.A, in.B)
	out[5] = total()
	out[6] = total(s[1:]...)
	k := &point{Y: 3}
	pp := []*point{k, {1, 2}}
	pp[1].X += int32(in.A)
	out[7] = uint64(pp[0].Y + pp[1].X)
}

func total(values ...uint64) (t uint64) {
	for _, v := range values {
		t += v
	}
	return
}
