// Package structs compares, copies and nests structs and arrays.
package structs

import "language/call"

type key struct {
	Address [4]byte
	Port    uint16
	Flags   uint8
}

type tuple struct {
	Source, Target key
	Proto          uint8
	Mark           uint64
}

type mixed struct {
	A int8
	B int64
	C uint16
	D bool
	E [3]uint8
	F int32
}

func keyOf(in *call.In, at int) key {
	return key{
		Address: [4]byte{in.Bytes[at], in.Bytes[at+1], in.Bytes[at+2], in.Bytes[at+3]},
		Port:    uint16(in.Bytes[at+4])<<8 | uint16(in.Bytes[at+5]),
		Flags:   in.Bytes[at+6] & 1,
	}
}

// Compare compares structs and arrays, whole and by field.
func Compare(in *call.In, out *call.Out) {
	a, b := keyOf(in, 0), keyOf(in, 8)
	out[0] = call.Bit(a == b)
	out[1] = call.Bit(a.Address != b.Address)
	b.Address = a.Address
	b.Port = a.Port
	out[2] = call.Bit(a == b)
	t := tuple{Source: a, Target: b, Proto: 6, Mark: in.A}
	u := tuple{Source: a, Target: b, Proto: 6, Mark: in.B}
	out[3] = call.Bit(t == u)
	u.Mark = in.A
	out[4] = call.Bit(t == u)
	out[5] = call.Bit([2]uint64{in.A, in.B} == [2]uint64{in.C, in.D})
	out[6] = call.Bit([...]uint16{1, 2, uint16(in.A)} != [...]uint16{1, uint16(in.C), uint16(in.B)})
	out[7] = call.Bit(struct{ x, y uint32 }{uint32(in.A), 1} == struct{ x, y uint32 }{uint32(in.B), 1})
}

// Mixed has fields of all widths, with padding.
func Mixed(in *call.In, out *call.Out) {
	m := mixed{A: int8(in.A), B: int64(in.B), C: uint16(in.C), D: in.D&1 == 1, E: [3]uint8{1, uint8(in.A), 3}, F: int32(in.D)}
	n := m
	n.A++
	n.E[in.C%3]--
	out[0] = uint64(n.A)
	out[1] = uint64(m.B)
	out[2] = uint64(n.E[0]) | uint64(n.E[1])<<8 | uint64(n.E[2])<<16
	out[3] = uint64(n.F)
	out[4] = call.Bit(m == n)
	n = m
	out[5] = call.Bit(m == n)
	p := &n
	p.F = int32(p.A) * int32(p.C)
	*p, m = m, *p
	out[6] = uint64(uint32(n.F))
	out[7] = uint64(uint32(m.F))
}

// Copy passes structs by value and changes the copies.
func Copy(in *call.In, out *call.Out) {
	a := keyOf(in, 0)
	b := changed(a)
	out[0] = uint64(a.Port)
	out[1] = uint64(b.Port)
	arr := [3]key{a, b, a}
	arr2 := arr
	arr2[in.A%3].Port = 7
	out[2] = call.Bit(arr == arr2)
	for i, k := range arr2 {
		k.Port++
		out[3] += uint64(k.Port) << i
	}
	out[4] = uint64(arr2[in.B%3].Port)
	arr[1], arr[0] = arr[0], arr[1]
	out[5] = uint64(arr[0].Port)<<16 | uint64(arr[1].Port)
	c := [2][2]uint32{{1, 2}, {uint32(in.C), 4}}
	d := c
	d[1][0]++
	c[0] = d[1]
	out[6] = uint64(c[0][0])<<32 | uint64(d[0][0])
}

func changed(k key) key {
	k.Port++
	k.Address[3] ^= 0xff
	return k
}

type base struct {
	ID    uint32
	Count uint64
}

func (b *base) bump(n uint64) { b.Count += n }
func (b base) total() uint64  { return b.Count + uint64(b.ID) }

type named struct {
	base
	Name [8]byte
}

type outer struct {
	*base
	named
	Extra uint16
}

// Embedded promotes fields and methods.
func Embedded(in *call.In, out *call.Out) {
	n := named{base: base{ID: 7}, Name: [8]byte{'a'}}
	n.bump(in.A)
	n.Count++
	n.base.bump(in.B)
	out[0] = n.total()
	other := base{ID: 1}
	o := outer{base: &other, named: n, Extra: 3}
	o.base.bump(in.C)
	o.named.bump(in.D)
	out[1] = other.total()
	out[2] = o.named.Count
	out[3] = n.Count
	anonymous := struct {
		base
		x uint64
	}{base{2, in.A}, 5}
	anonymous.bump(anonymous.x)
	out[4] = anonymous.total()
}

// Pointers takes addresses of fields and elements.
func Pointers(in *call.In, out *call.Out) {
	var t tuple
	p := &t.Target.Port
	*p = uint16(in.A)
	q := &t.Source.Address[in.B&3]
	*q = 9
	out[0] = uint64(t.Target.Port)
	out[1] = uint64(t.Source.Address[0]) | uint64(t.Source.Address[3])<<8
	pp := &p
	**pp += 5
	out[2] = uint64(t.Target.Port)
	list := [3]tuple{}
	for i := range list {
		e := &list[i]
		e.Mark = in.C + uint64(i)
	}
	out[3] = list[in.D%3].Mark
	k := &key{Port: 80}
	k.Flags = 3
	out[4] = uint64(k.Port) + uint64(k.Flags)
	r := new(uint64)
	*r = in.A
	fill(r, &out[5])
	out[6] = *r
}

//go:noinline
func fill(from *uint64, to *uint64) {
	*to = *from * 2
	*from++
}

type node struct {
	value uint64
	next  *node
}

// List links values on the stack.
func List(in *call.In, out *call.Out) {
	c := node{value: in.C}
	b := node{in.B, &c}
	a := node{in.A, &b}
	for n, i := &a, 0; n != nil && i < 4; n, i = n.next, i+1 {
		out[0] = out[0]*3 + n.value
	}
	a.next.next.value = 9
	out[1] = c.value
}

// Zero compares with zero values.
func Zero(in *call.In, out *call.Out) {
	k := keyOf(in, int(in.A%20))
	out[0] = call.Bit(k == key{})
	var z tuple
	z.Mark = in.B
	out[1] = call.Bit(z == tuple{})
	z = tuple{}
	out[2] = z.Mark
	var e struct{}
	out[3] = call.Bit(e == struct{}{})
	out[4] = call.Bit(in.Bytes == [32]byte{})
}
