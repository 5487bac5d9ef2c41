// Counts what one process opens, at the beginning and the end of a kernel function, of which it also sees the result.
package main

import _ "unsafe" // go:section

//go:section .rodata
var onlyPID uint32

var (
	entries uint64
	opened  uint64
)

func bpfGetCurrentPidTgid() uint64

// The arguments of vfs_open, and its result.
type vfsOpen struct {
	Path   uint64
	File   uint64
	Result int64
}

//export on_entry
//go:section fentry/vfs_open
func onEntry(call *vfsOpen) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) == onlyPID && call.Path != 0 {
		entries++
	}
	return 0
}

//export on_exit
//go:section fexit/vfs_open
func onExit(call *vfsOpen) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) == onlyPID && int32(call.Result) == 0 {
		opened++
	}
	return 0
}

func main() {}
