package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

const greeting = "hello, 世界"

func classify(s string) int32 {
	switch s {
	case "tcp":
		return 6
	case "udp":
		return 17
	}
	return int32(len(s))
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	total := int32(0)
	for i, r := range greeting {
		total += int32(r) * int32(i)
	}
	name := "tcp"
	if ctx.A > 5 {
		name = "udplite"[:3]
	}
	return total + classify(name) + int32(greeting[ctx.B&7])
}

func main() {}
