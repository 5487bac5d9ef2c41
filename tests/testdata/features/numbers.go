package main

import "math/bits"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	a, b := int64(int32(ctx.A)), int64(int32(ctx.B))
	u := uint64(ctx.A)<<32 | uint64(ctx.B)
	hi, lo := bits.Mul64(u, 0x9e3779b97f4a7c15)
	sum, carry := bits.Add64(hi, lo, 1)
	total := int64(sum) + int64(carry)
	if b != 0 {
		total += a/b + a%b
	}
	total += int64(bits.LeadingZeros64(u)) + int64(bits.TrailingZeros32(ctx.A)) + int64(bits.OnesCount16(uint16(u)))
	total ^= int64(bits.RotateLeft32(ctx.A, int(ctx.B&31)))
	total &^= 0xff
	return int32(total>>(u&63)) + int32(int8(u)) + int32(u>>(ctx.B&127))
}

func main() {}
