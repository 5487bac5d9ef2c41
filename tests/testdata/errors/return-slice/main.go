package main

import _ "unsafe"

func digits(n uint32) []byte {
	var buf [10]byte // ERROR: `buf` outlives
	i := len(buf)
	for n > 0 && i > 0 {
		i--
		buf[i] = '0' + byte(n%10)
		n /= 10
	}
	return buf[i:]
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	return int32(len(digits(*ctx)))
}

func main() {}
