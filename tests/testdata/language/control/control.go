// Package control has switch, goto, multiple results and the rest of control flow.
package control

import "language/call"

type color uint8

const (
	red color = iota + 1
	green
	blue
	_
	black
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
)

// Switch takes all forms of switch.
func Switch(in *call.In, out *call.Out) {
	switch in.A {
	case 0:
		out[0] = 10
	case 1, 2, 3:
		out[0] = 20
	case 1 << 40:
		out[0] = 30
	default:
		out[0] = 99
	}
	switch c := color(in.B % 7); c {
	case red:
		out[1] = 1
		fallthrough
	case green:
		out[1] += 2
	case black:
		out[1] = uint64(c)
	case blue:
	default:
		out[1] = kb + mb
	}
	switch {
	case in.C > 100 && in.D > 100:
		out[2] = 1
	case in.C == in.D:
		out[2] = 2
	case int64(in.C) < 0:
		out[2] = 3
	}
	switch x := in.A + in.B; {
	case x%2 == 0:
		out[3] = x
	default:
		out[3] = ^x
	}
	switch f(in.A) {
	case f(in.B):
		out[4] = 7
	case f(in.C):
		out[4] = 8
	}
}

func f(x uint64) uint64 { return x % 5 }

// Dense has as many cases as make a jump table elsewhere.
func Dense(in *call.In, out *call.Out) {
	switch in.A {
	case 0:
		out[0] = in.B + 1
	case 1:
		out[0] = in.B * 3
	case 2:
		out[0] = in.B ^ 5
	case 3:
		out[0] = in.B - 7
	case 4:
		out[0] = in.B << 3
	case 5:
		out[0] = in.B >> 2
	case 6:
		out[0] = in.B | 0x100
	case 7:
		out[0] = in.B & 0xff
	case 8:
		out[0] = ^in.B
	case 9:
		out[0] = -in.B
	case 10:
		out[0] = in.B % 17
	case 11:
		out[0] = in.B / 3
	case 12:
		out[0] = in.C
	}
	out[1] = dense(in.A)
	out[2] = uint64(len(name(in.A)))
}

func dense(x uint64) uint64 {
	switch x {
	case 0:
		return 17
	case 1:
		return 3
	case 2:
		return 901
	case 3:
		return 77
	case 4:
		return 13
	case 5:
		return 5
	case 6:
		return 1000
	case 7:
		return 250
	}
	return 1
}

func name(x uint64) string {
	switch x {
	case 0:
		return "zero"
	case 1:
		return "one"
	case 2:
		return "two"
	case 3:
		return "three"
	case 4:
		return "four"
	case 5:
		return "five"
	case 6:
		return "six"
	}
	return "many"
}

// Words switches over strings.
func Words(in *call.In, out *call.Out) {
	word := name(in.A % 9)
	switch word {
	case "zero":
		out[0] = 100
	case "two", "four", "six":
		out[0] = 200
	case "many":
		out[0] = 300
	default:
		out[0] = uint64(len(word))
	}
}

// Goto loops and leaves with goto.
func Goto(in *call.In, out *call.Out) {
	var i, sum uint64
again:
	if i >= 10 {
		goto done
	}
	sum += in.A >> i
	i++
	if sum&0xff == in.B&0xff {
		goto failed
	}
	goto again
failed:
	out[1] = i
done:
	out[0] = sum
}

func divide(a, b uint64) (quotient, rest uint64, ok bool) {
	if b == 0 {
		return
	}
	quotient, rest = a/b, a%b
	ok = true
	return
}

//go:noinline
func split(a uint64) (high uint32, low uint32, top bool, nibble uint8) {
	high = uint32(a >> 32)
	low = uint32(a)
	top = int64(a) < 0
	if nibble = uint8(a & 15); nibble > 7 {
		return high, low, top, 255
	}
	return
}

func swap[T any](a, b T) (T, T) { return b, a }

// Results returns several values.
func Results(in *call.In, out *call.Out) {
	q, r, ok := divide(in.A, in.B)
	out[0], out[1], out[2] = q, r, call.Bit(ok)
	high, low, top, nibble := split(in.C)
	out[3] = uint64(high)<<32 | uint64(low) ^ uint64(nibble)
	out[4] = call.Bit(top)
	x, y := swap(in.A, in.D)
	x, y = y, x
	out[5], out[6] = x, y
	out[7] = add(pair(in.B))
}

func pair(x uint64) (uint64, uint64) { return x + 1, x * 2 }
func add(a, b uint64) uint64         { return a*3 + b }

// ShortCircuit evaluates only what it has to.
func ShortCircuit(in *call.In, out *call.Out) {
	calls := uint64(0)
	check := func(x uint64) bool {
		calls++
		return x&1 == 1
	}
	out[0] = call.Bit(check(in.A) && check(in.B) || check(in.C) && !check(in.D))
	out[1] = calls
	if in.A < 32 && in.Bytes[in.A] > 10 || in.B < 32 && in.Bytes[in.B] < 10 {
		out[2] = 1
	}
}

// Shadow declares names again.
func Shadow(in *call.In, out *call.Out) {
	x := in.A
	if x := x + 1; x > in.B {
		x := x * 2
		out[0] = x
	} else if y := x - in.B; y > 3 {
		out[0] = y
	} else {
		x = 5
		out[0] = x + y
	}
	out[1] = x
	{
		x, y := in.C, in.D
		x, y = y%(x|1), x%(y|1)
		out[2], out[3] = x, y
	}
}

// Panics has every panic that a program can run into.
func Panics(in *call.In, out *call.Out) {
	table := [5]uint64{1, 2, 3, 4, 5}
	switch in.A {
	case 0:
		out[0] = table[in.B]
	case 1:
		out[0] = in.C / in.B
	case 2:
		out[0] = uint64(int32(in.C) % int32(in.B))
	case 3:
		out[0] = in.C << int64(in.B)
	case 4:
		s := in.Bytes[:in.B&63]
		out[0] = uint64(len(*(*[8]byte)(s)))
	case 5:
		s := in.Bytes[in.B:in.C]
		out[0] = uint64(len(s))
	case 6:
		s := in.Bytes[1:in.B:in.C]
		out[0] = uint64(cap(s))
	case 7:
		var p *uint64
		if in.B > 10 {
			p = &table[2]
		}
		out[0] = *p
	case 8:
		panic("eight")
	case 9:
		if in.B > 5 {
			panic(in.B)
		}
		out[0] = 9
	case 10:
		out[0] = deep(in.B, in.C)
	case 11:
		var p *[4]uint64
		if in.B&1 == 1 {
			p = (*[4]uint64)(table[1:])
		}
		out[0] = p[2]
	case 12:
		s := "constant"
		out[0] = uint64(s[in.B])
		out[1] = uint64(len(s[in.B:]))
	}
}

//go:noinline
func deep(a, b uint64) uint64 {
	return deeper(a, b) + 1
}

//go:noinline
func deeper(a, b uint64) uint64 {
	if a == b {
		panic("equal")
	}
	return a / (b & 3)
}
