package main

import _ "unsafe" // for go:section

//go:noinline
func sum(a, b, c, d, e, f uint64) uint64 { // ERROR: `main.sum` takes 6 argument words
	return a + b + c + d + e + f
}

//go:noinline
func count(name string, data []byte, n uint64) uint64 { // ERROR: `main.count` takes 6 argument words
	return n + uint64(len(name)) + uint64(name[0]) + uint64(len(data)) + uint64(data[0]) + uint64(cap(data))
}

// Inlined, so it may have as many as it likes.
func inlined(a, b, c, d, e, f uint64) uint64 { return a ^ b ^ c ^ d ^ e ^ f }

//export prog
//go:section xdp
func prog(ctx *[8]uint64) int32 {
	n := sum(ctx[0], ctx[1], ctx[2], ctx[3], ctx[4], ctx[5])
	n += inlined(ctx[0], ctx[1], ctx[2], ctx[3], ctx[4], ctx[5])
	n += count("lo", (*[16]byte)(nil)[:], n)
	return int32(n)
}

func main() {}
