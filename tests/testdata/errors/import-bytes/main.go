package main

import (
	"bytes"
	_ "unsafe"
)

var magic = [4]byte{0x7f, 'E', 'L', 'F'}

//export prog
//go:section socket
func prog(ctx *[4]byte) int32 {
	var b bytes.Buffer
	b.Write(ctx[:]) // ERROR: `\(\*bytes.Buffer\).Write` cannot
	if bytes.Equal(b.Bytes(), magic[:]) {
		return 1
	}
	return 2
}

func main() {}
