// A program on a raw tracepoint that counts system calls, on each CPU for itself.
package main

import "github.com/tinybpf/bpf"

// How many system calls are counted one by one; those with higher numbers share the last entry.
const syscalls = 512

// The number of calls, by the number of the system call.
var calls = bpf.PerCPUArray[uint64]{MaxEntries: syscalls}

// TP_PROTO(struct pt_regs *regs, long id) of sys_enter in trace/events/syscalls.h.
//
//export count_syscalls
//go:section raw_tp/sys_enter
func countSyscalls(ctx *bpf.RawTracepointArgs) int32 {
	number := uint32(ctx.Args[1])
	if number >= syscalls-1 {
		number = syscalls - 1
		bpf.Debug("system call %d", ctx.Args[1])
	}
	if count := calls.Lookup(number); count != nil {
		*count++
	}
	return 0
}

func main() {}
