package main

import "unsafe"

type pair struct{ a, b uint64 }

//export untyped
//go:section .text
func untyped(p unsafe.Pointer) int32 { // ERROR: global function `untyped` takes the address `p` without a type
	return int32((*pair)(p).a)
}

// The context of programs of one type.
//
//export context
//go:section .text
func context(ctx unsafe.Pointer) int32 {
	return int32(*(*uint32)(ctx) & 0)
}

//export mixed
//go:section .text
func mixed(ctx unsafe.Pointer) int32 { // ERROR: global function `mixed` takes the address `ctx` without a type
	return int32(*(*uint32)(ctx) & 0)
}

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	p := pair{1, 2}
	return untyped(unsafe.Pointer(&p)) + context(ctx) + mixed(ctx)
}

//export other
//go:section classifier
func other(ctx unsafe.Pointer) int32 {
	return mixed(ctx)
}

func main() {}
