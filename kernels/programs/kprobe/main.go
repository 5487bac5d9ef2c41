// Counts what one process opens, at the beginning and the end of a kernel function.
package main

import _ "unsafe" // go:section

//go:section .rodata
var onlyPID uint32

var (
	entries uint64
	returns uint64
)

func bpfGetCurrentPidTgid() uint64

//export on_entry
//go:section kprobe/vfs_open
func onEntry(registers *[21]uint64) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) == onlyPID {
		entries++
	}
	return 0
}

//export on_return
//go:section kretprobe/vfs_open
func onReturn(registers *[21]uint64) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) == onlyPID {
		returns++
	}
	return 0
}

func main() {}
