// Package loops has every form of `for`.
package loops

import "language/call"

// Integers counts with `for range` over integers of several types.
func Integers(in *call.In, out *call.Out) {
	var sum uint64
	for i := range 10 {
		sum += uint64(i) * in.A
	}
	out[0] = sum
	var n uint64
	for i := range uint8(20) {
		n = n*3 + uint64(i)
	}
	for range 7 {
		n ^= n << 3
	}
	out[1] = n
	limit := in.B % 32
	count := uint64(0)
	for i := range limit {
		count += i ^ in.C
	}
	out[2] = count
}

// Arrays ranges over arrays, pointers to arrays and slices.
func Arrays(in *call.In, out *call.Out) {
	var squares [12]uint32
	for i := range squares {
		squares[i] = uint32(i*i) + uint32(in.A)
	}
	var sum uint32
	for _, v := range squares {
		sum += v
	}
	out[0] = uint64(sum)
	var weighted uint64
	for i, v := range &squares {
		weighted += uint64(i) * uint64(v)
	}
	out[1] = weighted
	for i, v := range squares[3:9] {
		out[2] ^= uint64(v) << i
	}
	for i := range squares[:4] {
		out[3] += uint64(i)
	}
	for _, b := range in.Bytes {
		out[4] = out[4]*31 + uint64(b)
	}
	for i, b := range in.Bytes[8:24] {
		out[5] += uint64(b) * uint64(i+1)
	}
}

// Copied ranges over a copy of an array that changes meanwhile.
func Copied(in *call.In, out *call.Out) {
	a := [4]uint64{in.A, in.B, in.C, in.D}
	var sum uint64
	for i, v := range a {
		a[3-i] += v
		sum = sum*5 + v
	}
	out[0], out[1], out[2] = sum, a[0], a[3]
}

// Variable slices up to a length that is only known at run time.
func Variable(in *call.In, out *call.Out) {
	n := int(in.A & 31)
	var sum uint64
	for _, b := range in.Bytes[:n] {
		sum += uint64(b)
	}
	out[0] = sum
	from := int(in.B & 15)
	for i := from; i < len(in.Bytes); i++ {
		out[1] = out[1]<<1 ^ uint64(in.Bytes[i])
	}
	for i := len(in.Bytes) - 1; i >= from; i-- {
		out[2] = out[2]<<1 ^ uint64(in.Bytes[i])
	}
	for i, j := 0, 31; i < j; i, j = i+1, j-1 {
		if in.Bytes[i] == in.Bytes[j] {
			out[3]++
		}
	}
}

// Unchecked slices with a length that may be out of range.
func Unchecked(in *call.In, out *call.Out) {
	s := in.Bytes[in.A:]
	out[0] = uint64(len(s))
	s = s[:in.B]
	out[1] = uint64(len(s))
	out[2] = uint64(s[in.C%4])
}

// Labels leaves and continues outer loops.
func Labels(in *call.In, out *call.Out) {
	var steps, found uint64
outer:
	for i := uint64(0); i < 8; i++ {
		for j := uint64(0); j < 8; j++ {
			steps++
			switch {
			case i*j == in.A%64:
				found = i<<8 | j
				break outer
			case j > i:
				continue outer
			case (i+j)%7 == in.B%7:
				break
			default:
				steps += 2
			}
		}
	}
	out[0], out[1] = steps, found
}

// While loops until a condition that depends on data.
func While(in *call.In, out *call.Out) {
	n := in.A
	steps := uint64(0)
	for n > 1 && steps < 40 {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
		steps++
	}
	out[0], out[1] = steps, n
	sum := uint64(uint32(in.B))
	for sum > 0xffff {
		sum = sum&0xffff + sum>>16
	}
	out[2] = sum
	a, b := in.C%1000, in.D%1000
	for i := 0; b != 0 && i < 20; i++ {
		a, b = b, a%b
	}
	out[3] = a
}

// Sequence ranges over functions.
func Sequence(in *call.In, out *call.Out) {
	for i := range upTo(6) {
		if i == in.A%8 {
			continue
		}
		out[0] += i * in.B
	}
	for i, b := range pairs(in.Bytes[:8]) {
		if b == 0 {
			break
		}
		out[1] += uint64(i+1) * uint64(b)
	}
}

func upTo(n uint64) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		for i := uint64(0); i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(s []byte) func(yield func(int, byte) bool) {
	return func(yield func(int, byte) bool) {
		for i, b := range s {
			if !yield(i, b) {
				return
			}
		}
	}
}

// Nested sorts with two loops.
func Nested(in *call.In, out *call.Out) {
	var a [8]uint8
	copy(a[:], in.Bytes[:8])
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j-1] > a[j]; j-- {
			a[j-1], a[j] = a[j], a[j-1]
		}
	}
	for _, v := range a {
		out[0] = out[0]<<8 | uint64(v)
	}
}

// Bubble sorts with a flag.
func Bubble(in *call.In, out *call.Out) {
	a := [6]uint64{in.A, in.B, in.C, in.D, in.A ^ in.B, in.C + in.D}
	for swapped, turn := true, 0; swapped && turn < 6; turn++ {
		swapped = false
		for i := range len(a) - 1 {
			if a[i] > a[i+1] {
				a[i], a[i+1] = a[i+1], a[i]
				swapped = true
			}
		}
	}
	copy(out[:], a[:])
}

// Matrix multiplies.
func Matrix(in *call.In, out *call.Out) {
	a := [2][2]uint64{{in.A, in.B}, {in.C, in.D}}
	var c [2][2]uint64
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				c[i][j] += a[i][k] * a[k][j]
			}
		}
	}
	out[0], out[1], out[2], out[3] = c[0][0], c[0][1], c[1][0], c[1][1]
}

// Search looks an element up by bisection.
func Search(in *call.In, out *call.Out) {
	table := [...]uint16{3, 9, 27, 81, 100, 243, 729, 1024, 2187, 4096, 6561, 19683, 32768, 50000, 59049, 65535}
	low, high := 0, len(table)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if table[mid] < uint16(in.A) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	out[0] = uint64(low)
}

// Windows compares neighbouring windows of bytes.
func Windows(in *call.In, out *call.Out) {
	for i := 0; i+4 <= len(in.Bytes); i += 4 {
		w := in.Bytes[i : i+4]
		v := uint64(w[0])<<24 | uint64(w[1])<<16 | uint64(w[2])<<8 | uint64(w[3])
		out[0] = out[0]*33 + v
	}
	s := in.Bytes[:]
	for len(s) >= 8 {
		out[1] += uint64(s[0]) ^ uint64(s[7])
		s = s[8:]
	}
}
