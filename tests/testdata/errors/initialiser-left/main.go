package main

import _ "unsafe" // for go:section

func bpfKtimeGetNs() uint64

var table [4]uint32

// TinyGo leaves this one, as it cannot know the way through it, and with it what else stores there.
func init() {
	if bpfKtimeGetNs() > 4 {
		clean()
	}
}

func clean() { table = [4]uint32{} } // ERROR: variable `table` gets its initial value

func init() {
	fill()
}

func fill() {
	for i := range table {
		table[i] = uint32(i * i)
	}
}

//export prog
//go:section xdp
func prog(ctx *[6]uint32) int32 {
	return int32(table[ctx[3]&3])
}

func main() {}
