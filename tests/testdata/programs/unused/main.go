//go:build tinygo

// Maps and variables that no Go code uses, but user space and the kernel do.
package main

import (
	"unsafe"

	"programs/unused/lib"
)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// Only user space uses it.
var shared = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1 << 4}

//go:section license
var license = "Dual MIT/GPL"

//go:section .rodata
var limit uint32 = 5

//go:section .data.tuning
var weights = [3]uint16{1, 2, 3}

//go:noinline
func answer() int32 {
	return 2
}

//export entry
//go:section xdp
func entry(ctx unsafe.Pointer) int32 {
	return answer() + lib.One()
}

func main() {}
