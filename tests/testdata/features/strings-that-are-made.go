package main

import "strconv"
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
	s := "value " + strconv.Itoa(int(ctx.A))
	b := []byte(s)
	b[0] = 'V'
	return int32(len(string(b)) + len([]rune(s)))
}

func main() {}
