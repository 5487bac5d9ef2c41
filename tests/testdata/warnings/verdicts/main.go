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

//export count
//go:section xdp
func count(ctx *context) { // WARNING: program `count` returns nothing, which is 0 to the kernel, and 0 from section `xdp` means: XDP_ABORTED
}

//export allowed
//go:section xdp
func allowed(ctx *context) bool { // WARNING: program `allowed` returns a bool, and both are drops in section `xdp`
	return ctx.dataEnd-ctx.data > 60
}

//export capture
//go:section socket
func capture(ctx unsafe.Pointer) { // WARNING: program `capture` returns nothing, .* means: the packet is dropped
}

// Nobody asks these.
//
//export trace
//go:section tracepoint/sched/sched_switch
func trace(ctx unsafe.Pointer) {
}

// What reads a stream returns a length.
//
//export parse
//go:section sk_skb/stream_parser
func parse(ctx unsafe.Pointer) int32 {
	return 12
}

func main() {}
