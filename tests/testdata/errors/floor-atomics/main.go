// Without a CPU of its own, a program is compiled for what the lowest kernel takes.
// min_kernel: 5.10
package main

import (
	"sync/atomic"
	"unsafe"
)

var count uint64

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	return int32(atomic.AddUint64(&count, 1)) // ERROR: an atomic addition whose result is used needs BPF's instruction set v3 \(Linux 5\.12\), and the program is to load on Linux 5\.10
}

func main() {}
