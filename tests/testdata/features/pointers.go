package main

import "unsafe"

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type node struct {
	value int32
	other *int32
}

func swap(a, b *int32) { *a, *b = *b, *a }

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	x, y := int32(ctx.A), int32(ctx.B)
	swap(&x, &y)
	n := node{value: 3, other: &x}
	p := &n.other
	**p += n.value
	bytes := (*[4]byte)(unsafe.Pointer(&y))
	q := unsafe.Pointer(uintptr(unsafe.Pointer(&n)) + unsafe.Offsetof(n.value))
	return *(*int32)(q) + x + int32(bytes[ctx.A&3])
}

func main() {}
