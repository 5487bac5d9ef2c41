// Counts the system calls of one process with a certain number, through the raw tracepoint and through the one with BTF.
package main

import _ "unsafe" // go:section

//go:section .rodata
var onlyPID uint32

//go:section .rodata
var number uint64

var (
	raw   uint64
	typed uint64
)

func bpfGetCurrentPidTgid() uint64

// The arguments of the tracepoint sys_enter: TP_PROTO in include/trace/events/syscalls.h.
type sysEnter struct {
	Registers uint64
	ID        uint64
}

func wanted(args *sysEnter) bool {
	return args.ID == number && uint32(bpfGetCurrentPidTgid()>>32) == onlyPID
}

//export count_raw
//go:section raw_tp/sys_enter
func countRaw(args *sysEnter) int32 {
	if wanted(args) {
		raw++
	}
	return 0
}

//export count_typed
//go:section tp_btf/sys_enter
func countTyped(args *sysEnter) int32 {
	if wanted(args) {
		typed++
	}
	return 0
}

func main() {}
