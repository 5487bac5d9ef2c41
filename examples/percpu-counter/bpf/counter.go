// A tracepoint program that counts system calls, on each CPU for itself.
package main

import "github.com/tinybpf/bpf"

// How many system call numbers are counted one by one; higher ones share the last entry.
const syscalls = 512

// The number of calls, by the number of the system call.
var calls = bpf.PerCPUArray[uint64]{MaxEntries: syscalls}

// What the tracepoint hands to the program: see the `format` file of raw_syscalls/sys_enter in tracefs.
type rawSysEnter struct {
	_    [8]byte
	ID   int64
	Args [6]uint64
}

//export count_syscalls
//go:section tracepoint/raw_syscalls/sys_enter
func countSyscalls(args *rawSysEnter) int32 {
	number := min(uint32(args.ID), syscalls-1)
	if count := calls.Lookup(number); count != nil {
		*count++
	}
	return 0
}

func main() {}
