package main

import _ "unsafe" // for go:section

var other interface{}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if *ctx > 3 {
		other = *ctx
	} else {
		other = ctx
	}
	switch v := other.(type) {
	case uint32: // ERROR: type assertion
		return int32(v)
	case *uint32: // ERROR: type assertion
		return int32(*v)
	}
	return 2
}

func main() {}
