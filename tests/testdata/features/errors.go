package main

import "errors"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

var errOdd = errors.New("odd")

func half(x int32) (int32, error) {
	if x%2 != 0 {
		return 0, errOdd
	}
	return x / 2, nil
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	h, err := half(int32(ctx.A))
	if err != nil {
		return -1
	}
	return h
}

func main() {}
