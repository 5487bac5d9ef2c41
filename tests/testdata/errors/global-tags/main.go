package main

import "unsafe"

type (
	bpfArgTrusted[T any] *T
	bpfArgNonnull[T any] *T
	bpfArgNonNil[T any]  *T
)

type pair struct{ a, b uint64 }

//export trusted
//go:section .text
func trusted(p bpfArgTrusted[pair]) int32 { // ERROR: global function `trusted` has a parameter of type `bpfArgTrusted\[main.pair\]`, which points to no struct of the kernel's
	return int32(p.a)
}

//export unknown
//go:section .text
func unknown(p bpfArgNonNil[pair]) int32 { // ERROR: has a parameter of type `bpfArgNonNil\[main.pair\]`, and no such tag is known
	return int32(p.a)
}

//export fine
//go:section .text
func fine(p bpfArgNonnull[pair]) int32 {
	return int32(p.b)
}

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	p := pair{1, 2}
	return trusted(&p) + unknown(&p) + fine(&p)
}

func main() {}
