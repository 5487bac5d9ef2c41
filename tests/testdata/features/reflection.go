package main

import "reflect"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

type record struct{ A, B int32 }

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	r := record{int32(ctx.A), 2}
	v := reflect.ValueOf(r)
	total := int32(0)
	for i := 0; i < v.NumField(); i++ {
		total += int32(v.Field(i).Int())
	}
	return total
}

func main() {}
