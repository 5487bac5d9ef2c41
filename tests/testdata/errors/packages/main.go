package main

import _ "unsafe" // for go:section

import "errors.test/packages/flow"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(flow.Count(*ctx))
}

func main() {}
