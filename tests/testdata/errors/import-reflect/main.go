package main

import _ "unsafe" // for go:section

import "reflect"

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	return int32(reflect.TypeOf(*ctx).Size()) // ERROR: `reflect.TypeOf` cannot be used in BPF
}

func main() {}
