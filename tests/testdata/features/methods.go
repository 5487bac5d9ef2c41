package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type celsius int32

func (c celsius) double() celsius     { return c * 2 }
func (c *celsius) set(x celsius)      { *c = x }
func (celsius) name() string          { return "celsius" }
func (c celsius) over(x celsius) bool { return c > x }

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var c celsius
	c.set(celsius(ctx.A))
	f := c.double
	g := celsius.over
	h := (*celsius).set
	h(&c, f())
	if g(c, 100) {
		return int32(len(c.name()))
	}
	return int32(c)
}

func main() {}
