package main

import "unsafe"

func bpfProbeReadKernel(to unsafe.Pointer, size uint32, from unsafe.Pointer) int64

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	var buf [640]byte // ERROR: stack
	bpfProbeReadKernel(unsafe.Pointer(&buf), 640, ctx)
	return int32(buf[3])
}

func main() {}
