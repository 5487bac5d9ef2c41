package main

import "unsafe"

func bpfGetCurrentPidTgid() uint64

var names = [2]string{"eth0", "lo"}
var rows = [3][]uint32{{1, 2, 3}, {4}, {5, 6}}
var list = []uint32{7, 8, 9} // of one slice, the program knows the place

func row(n uint64) uint32 {
	r := rows[n%3] // ERROR: a table of strings or pointers
	return r[0]
}

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	n := bpfGetCurrentPidTgid()
	name := names[n&1] // ERROR: a table of strings or pointers
	return int32(name[0]) + int32(len(name)) + int32(list[n%3]) + int32(row(n))
}

func main() {}
