// A tracepoint program that counts system calls, on each CPU for itself.
package main

import "github.com/tinybpf/bpf"

// How many system call numbers are counted one by one; higher ones share the last entry.
const syscalls = 512

// The number of calls, by the number of the system call.
var calls = bpf.PerCPUArray[uint64]{MaxEntries: syscalls}

//export count_syscalls
//go:section tracepoint/raw_syscalls/sys_enter
func countSyscalls(ctx *bpf.Tracepoint[bpf.RawSysEnter]) int32 {
	number := min(uint32(ctx.Fields.ID), syscalls-1)
	if count := calls.Lookup(number); count != nil {
		*count++
	}
	return 0
}

func main() {}
