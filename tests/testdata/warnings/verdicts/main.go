package main

import "unsafe"

type context struct{ data, dataEnd uint32 }

//export filter
//go:section xdp
func filter(ctx *context) int32 {
	if ctx.dataEnd-ctx.data < 60 {
		return 7 // WARNING: program `filter` returns 7, which is no verdict of section `xdp`: the kernel drops the packet
	}
	return 2
}

//export message
//go:section sk_msg
func message(ctx unsafe.Pointer) int32 {
	return -1 // WARNING: program `message` returns -1, which is no verdict of section `sk_msg`
}

// What reads a stream returns a length.
//
//export parse
//go:section sk_skb/stream_parser
func parse(ctx unsafe.Pointer) int32 {
	return 12
}

func main() {}
