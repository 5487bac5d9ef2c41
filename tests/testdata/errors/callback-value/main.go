package main

import "unsafe"

type callback func(index uint64, ctx unsafe.Pointer) int64

func bpfLoop(n uint32, fn callback, ctx unsafe.Pointer, flags uint64) int64

var total uint64

func add(index uint64, ctx unsafe.Pointer) int64 {
	total += index
	return 0
}

func sub(index uint64, ctx unsafe.Pointer) int64 {
	total -= index
	return 0
}

var chosen callback = add

//go:noinline
func each(n uint32, fn callback) {
	bpfLoop(n, fn, nil, 0) // ERROR: callbacks that are known only when the program runs
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	fn := add
	if *ctx > 4 {
		fn = sub
	}
	bpfLoop(8, fn, nil, 0)     // ERROR: callbacks that are known only when the program runs
	bpfLoop(8, chosen, nil, 0) // ERROR: callbacks that are known only when the program runs
	each(8, add)
	each(8, sub)
	return int32(total)
}

func main() {}
