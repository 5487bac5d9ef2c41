package main

import _ "unsafe" // for go:section

type counter struct{ n uint32 }

func (c *counter) add(n uint32)  { c.n += n }
func (c *counter) sub(n uint32)  { c.n -= n }

var c counter
var changes [2]func(uint32)

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	changes[0], changes[1] = c.add, c.sub
	changes[*ctx&1](1) // ERROR: func value
	return 2
}

func main() {}
