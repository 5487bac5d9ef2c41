// Forbids one process to make folders.
package main

import _ "unsafe" // go:section

//go:section .rodata
var onlyPID uint32

var denied uint64

func bpfGetCurrentPidTgid() uint64

// The arguments of the hook path_mkdir, and what programs before this one decided.
type pathMkdir struct {
	Directory uint64
	Entry     uint64
	Mode      uint64
	Decision  int64
}

//export on_mkdir
//go:section lsm/path_mkdir
func onMkdir(args *pathMkdir) int32 {
	if int32(args.Decision) != 0 {
		return int32(args.Decision)
	}
	if uint32(bpfGetCurrentPidTgid()>>32) != onlyPID {
		return 0
	}
	denied++
	return -1
}

func main() {}
