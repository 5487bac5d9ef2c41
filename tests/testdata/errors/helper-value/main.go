package main

import "unsafe"

func bpfGetCurrentPidTgid() uint64
func bpfKtimeGetNs() uint64
func elsewhere(n uint64) uint64

var clock = bpfKtimeGetNs // ERROR: `bpfKtimeGetNs` is used as a value

func pick(wide bool) func() uint64 {
	if wide {
		return bpfGetCurrentPidTgid // ERROR: `bpfGetCurrentPidTgid` is used as a value
	}
	return bpfKtimeGetNs // ERROR: `bpfKtimeGetNs` is used as a value
}

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	n := clock() // ERROR: func value
	n += pick(n > 3)()
	return int32(elsewhere(n)) // ERROR: `elsewhere` has no body
}

func main() {}
