package main

import "math"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type weekday uint8

const (
	monday weekday = iota + 1
	tuesday
	_
	thursday
)

const huge = 1 << 62
const ratio = 2.5 * 4

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	day := weekday(ctx.A & 3)
	switch day {
	case monday, thursday:
		return int32(huge >> 60)
	case tuesday:
		return int32(ratio)
	}
	return int32(uint64(math.MaxUint32) & uint64(ctx.B))
}

func main() {}
