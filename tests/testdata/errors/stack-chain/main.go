package main

import _ "unsafe"

//go:noinline
func a(n uint32) uint32 {
	var buf [200]byte
	for i := range buf {
		buf[i] = byte(n) + byte(i)
	}
	return uint32(buf[n%200]) + b(n)
}

//go:noinline
func b(n uint32) uint32 {
	var buf [200]byte
	for i := range buf {
		buf[i] = byte(n) ^ byte(i)
	}
	return uint32(buf[n%200]) + c(n)
}

//go:noinline
func c(n uint32) uint32 {
	var buf [200]byte
	for i := range buf {
		buf[i] = byte(n) | byte(i)
	}
	return uint32(buf[n%200])
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	return int32(a(*ctx)) // ERROR: 704 bytes of stack, and the kernel allows 512
}

func main() {}
