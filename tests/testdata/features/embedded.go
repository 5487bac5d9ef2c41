package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type counter struct{ n int32 }

func (c *counter) add(x int32) { c.n += x }
func (c counter) value() int32 { return c.n }

type named struct {
	*counter
	id uint16
}

type outer struct {
	named
	counter2 counter
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var c counter
	o := outer{named: named{counter: &c, id: 3}}
	o.add(int32(ctx.A))
	o.counter2.add(int32(o.id))
	add := o.counter2.add
	add(5)
	value := counter.value
	return o.value() + value(o.counter2)
}

func main() {}
