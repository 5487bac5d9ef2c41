package main

import _ "unsafe" // for go:section

type verdict interface{ decide(n uint32) int32 }

type pass struct{}

func (pass) decide(n uint32) int32 { return 2 }

type drop struct{ limit uint32 }

func (d *drop) decide(n uint32) int32 {
	if n > d.limit {
		return 1
	}
	return 2
}

var chosen verdict
var strict drop

func pick(n uint32) verdict {
	if n == 7 {
		return pass{}
	}
	return &strict
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	v := pick(*ctx)
	return v.decide(*ctx) // ERROR: calls of interface methods
}

func main() {}
