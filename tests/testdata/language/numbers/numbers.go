// Package numbers has integers of all widths, constants, shifts and math/bits.
package numbers

import (
	"language/call"
	"math/bits"
)

const (
	big   = 1 << 62
	huge  = big * 4 / 2 // constants have no width
	third = 1.0 / 3
	tenth = uint64(third * 30)
)

// Mixed converts between widths and signs.
func Mixed(in *call.In, out *call.Out) {
	a8, b8 := int8(in.A), uint8(in.B)
	out[0] = uint64(int16(a8) + int16(b8))
	out[1] = uint64(int32(a8)*int32(b8) - int32(uint16(in.C)))
	out[2] = uint64(uint32(int8(in.A))) ^ uint64(int64(int32(in.B)))
	out[3] = uint64(a8+int8(b8)) << 1
	out[4] = uint64(uint16(in.C)*uint16(in.D)) + huge/4 + tenth
	out[5] = uint64(-int64(uint32(in.A)))
	out[6] = uint64(^uint8(in.D)) + uint64(^in.A&0xff)
	out[7] = uint64(int(in.A)) &^ uint64(uintptr(in.B))
}

// Shifts shifts by any count.
func Shifts(in *call.In, out *call.Out) {
	n := uint(in.B & 127)
	out[0] = in.A << n
	out[1] = in.A >> n
	out[2] = uint64(int64(in.A) >> n)
	out[3] = uint64(uint32(in.A)<<n) | uint64(uint32(in.A)>>(n&31))<<32
	out[4] = uint64(int32(in.A) >> n)
	out[5] = uint64(uint8(in.A)<<(in.C&15)) | uint64(int8(in.A)>>(in.C&15))<<8
	out[6] = uint64(uint16(in.A)>>in.D) + uint64(int16(in.A)<<in.D)
	out[7] = 1<<(in.C&63) | uint64(1)<<in.D
}

// Signed shifts by a signed count, which panics when it is negative.
func Signed(in *call.In, out *call.Out) {
	out[0] = in.A << int8(in.B)
	out[1] = uint64(int64(in.A) >> int32(in.C))
}

// Division divides in all widths.
func Division(in *call.In, out *call.Out) {
	d := in.B | 1
	out[0] = in.A/d + in.A%d
	out[1] = uint64(int64(in.A)/int64(d)) ^ uint64(int64(in.A)%int64(d))
	out[2] = uint64(int32(in.A)/int32(d)) ^ uint64(int32(in.A)%int32(d))
	out[3] = uint64(int8(in.A)/int8(d)) ^ uint64(int8(in.A)%int8(d))
	out[4] = uint64(uint16(in.A)/uint16(d)) + uint64(uint8(in.A)%uint8(d))
	out[5] = in.C/1000000007 + in.C%60
	out[6] = uint64(int64(in.C)/-7) + uint64(int64(in.C)%1000)
	out[7] = uint64(int16(in.D) / 256)
}

// Checked divides by what may be zero.
func Checked(in *call.In, out *call.Out) {
	out[0] = in.A % in.B
	out[1] = uint64(int16(in.C) / int16(in.D))
}

// Compare compares in all widths and signs.
func Compare(in *call.In, out *call.Out) {
	out[0] = call.Bit(in.A < in.B) | call.Bit(int64(in.A) < int64(in.B))<<1 | call.Bit(int32(in.A) < int32(in.B))<<2 |
		call.Bit(uint32(in.A) >= uint32(in.B))<<3 | call.Bit(int8(in.A) <= int8(in.B))<<4 | call.Bit(uint16(in.A) > uint16(in.B))<<5
	out[1] = call.Bit(int64(in.C) > -5 && int64(in.C) <= 10)
	out[2] = call.Bit(uint8(in.C) == uint8(in.D)) | call.Bit(int16(in.C) != int16(in.D))<<1
	sign := 0
	switch {
	case int64(in.A) < 0:
		sign = -1
	case in.A > 0:
		sign = 1
	}
	out[3] = uint64(sign)
}

// Counts has the counts of math/bits.
func Counts(in *call.In, out *call.Out) {
	out[0] = uint64(bits.LeadingZeros64(in.A)) | uint64(bits.TrailingZeros64(in.A))<<8 | uint64(bits.OnesCount64(in.A))<<16
	out[1] = uint64(bits.LeadingZeros32(uint32(in.B))) | uint64(bits.TrailingZeros32(uint32(in.B)))<<8 | uint64(bits.OnesCount32(uint32(in.B)))<<16
	out[2] = uint64(bits.LeadingZeros16(uint16(in.C))) | uint64(bits.TrailingZeros16(uint16(in.C)))<<8 | uint64(bits.OnesCount16(uint16(in.C)))<<16
	out[3] = uint64(bits.LeadingZeros8(uint8(in.D))) | uint64(bits.TrailingZeros8(uint8(in.D)))<<8 | uint64(bits.OnesCount8(uint8(in.D)))<<16
	out[4] = uint64(bits.Len64(in.A)) | uint64(bits.Len32(uint32(in.B)))<<8 | uint64(bits.Len16(uint16(in.C)))<<16 | uint64(bits.Len8(uint8(in.D)))<<24
	out[5] = uint64(bits.Len(uint(in.A))) | uint64(bits.OnesCount(uint(in.B)))<<8
}

// Turns has the permutations of math/bits.
func Turns(in *call.In, out *call.Out) {
	out[0] = bits.Reverse64(in.A) ^ bits.ReverseBytes64(in.B)
	out[1] = uint64(bits.Reverse32(uint32(in.A))) | uint64(bits.ReverseBytes32(uint32(in.B)))<<32
	out[2] = uint64(bits.Reverse16(uint16(in.A))) | uint64(bits.ReverseBytes16(uint16(in.B)))<<16 | uint64(bits.Reverse8(uint8(in.C)))<<32
	out[3] = bits.RotateLeft64(in.A, int(in.B))
	out[4] = uint64(bits.RotateLeft32(uint32(in.A), int(in.B))) | uint64(bits.RotateLeft16(uint16(in.C), int(in.D)))<<32
	out[5] = uint64(bits.RotateLeft8(uint8(in.A), -int(in.B&7))) | uint64(bits.RotateLeft32(uint32(in.A), 13))<<32
}

// Wide has the arithmetic of math/bits on two words.
func Wide(in *call.In, out *call.Out) {
	sum, carry := bits.Add64(in.A, in.B, in.C&1)
	out[0], out[1] = sum, carry
	diff, borrow := bits.Sub64(in.A, in.B, in.D&1)
	out[2], out[3] = diff, borrow
	out[4], out[5] = bits.Mul64(in.A, in.C)
	s32, c32 := bits.Add32(uint32(in.A), uint32(in.B), uint32(in.C&1))
	h32, l32 := bits.Mul32(uint32(in.A), uint32(in.D))
	out[6] = uint64(s32)<<32 | uint64(c32)
	out[7] = uint64(h32)<<32 | uint64(l32)
}

// Hash mixes with multiplications and rotations.
func Hash(in *call.In, out *call.Out) {
	h := uint32(2166136261)
	for _, b := range in.Bytes {
		h = (h ^ uint32(b)) * 16777619
	}
	out[0] = uint64(h)
	x := in.A
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	x ^= x >> 33
	out[1] = x
	a, b, c := uint32(in.A), uint32(in.B), uint32(in.C)
	a -= c
	a ^= bits.RotateLeft32(c, 4)
	c += b
	b -= a
	b ^= bits.RotateLeft32(a, 6)
	out[2] = uint64(a)<<32 | uint64(b^c)
}

type level int8

const (
	low level = iota - 1
	middle
	high
)

func (l level) next() level { return (l+2)%3 - 1 }

// Named has named integer types and increments of all kinds.
func Named(in *call.In, out *call.Out) {
	l := level(in.A%3) - 1
	out[0] = uint64(l.next())
	x, y := in.B, int32(in.C)
	x++
	x += 5
	x <<= 2
	x |= 1
	x &^= 8
	x ^= in.A
	y--
	y *= -3
	y >>= 1
	y %= 1000
	out[1], out[2] = x, uint64(y)
	out[3] = uint64(low+high) + uint64(middle)
	const mask uint8 = 1<<7 - 1
	out[4] = uint64(uint8(in.D) & mask)
	var u8 uint8 = uint8(in.A)
	u8 += 200
	var i16 int16 = int16(in.B)
	i16 -= 30000
	out[5] = uint64(u8) | uint64(i16)<<8
}

// Log2 finds a bucket by halves.
func Log2(in *call.In, out *call.Out) {
	v, r := in.A, uint64(0)
	for shift := uint64(32); shift > 0; shift >>= 1 {
		if v>>shift != 0 {
			v >>= shift
			r += shift
		}
	}
	out[0] = r
	out[1] = uint64(bits.Len64(in.B))
}
