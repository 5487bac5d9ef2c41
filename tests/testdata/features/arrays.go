package main

import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type grid [3][4]int32

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var g grid
	for i := range g {
		for j := range g[i] {
			g[i][j] = int32(i*j) + int32(ctx.A)
		}
	}
	h := g
	h[ctx.A%3][ctx.B%4]++
	if h == g {
		return 1
	}
	rows := h[1:]
	return rows[len(rows)-1][ctx.B&3]
}

func main() {}
