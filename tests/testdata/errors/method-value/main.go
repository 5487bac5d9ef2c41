package main

import _ "unsafe" // for go:section

type counter struct{ n uint32 }

func (c *counter) add(n uint32)  { c.n += n }
func (c *counter) sub(n uint32)  { c.n -= n }

var c counter

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	change := c.add
	if *ctx > 9 {
		change = c.sub
	}
	change(1) // ERROR: func value
	return 2
}

func main() {}
