package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type number interface {
	~int32 | ~uint32 | ~int64
}

type pair[K comparable, V number] struct {
	key   K
	value V
}

func sum[K comparable, V number](pairs []pair[K, V], of K) (total V) {
	for _, p := range pairs {
		if p.key == of {
			total += p.value
		}
	}
	return total
}

func apply[T, U any](x T, f func(T) U) U { return f(x) }

func largest[T number](first T, rest ...T) T {
	for _, x := range rest {
		first = max(first, x)
	}
	return first
}

type list[T any] struct {
	items [8]T
	n     int
}

func (l *list[T]) push(x T) {
	if l.n < len(l.items) {
		l.items[l.n&7] = x
		l.n++
	}
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	pairs := [3]pair[uint32, int32]{{ctx.A, 1}, {ctx.B, 2}, {ctx.A, 4}}
	var l list[uint16]
	l.push(uint16(ctx.A))
	l.push(uint16(ctx.B))
	total := sum(pairs[:], ctx.B)
	return apply(total, func(x int32) int32 { return x + int32(l.items[1]) }) + largest(total, 3, int32(ctx.A))
}

func main() {}
