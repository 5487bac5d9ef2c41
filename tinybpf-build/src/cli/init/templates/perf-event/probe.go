// A program that samples what the CPUs do: how often it finds each command running.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// Comm is the name of a command, up to its first zero byte.
type Comm [16]byte

// The context of the program (struct bpf_perf_event_data in linux/bpf_perf_event.h), of which it needs nothing.
type perfEventData struct{ Regs bpf.PtRegs }

// The number of samples of each command; what was not seen for longest makes room.
var samples = bpf.LRUHash[Comm, uint64]{MaxEntries: 4096}

//export sample
//go:section perf_event
func sample(ctx *perfEventData) int32 {
	if bpf.GetCurrentPidTgid() == 0 {
		// The CPU is idle.
		return 0
	}
	var comm Comm
	bpf.GetCurrentComm(&comm)
	if count := samples.LookupOrInit(&comm, new(uint64)); count != nil {
		atomic.AddUint64(count, 1)
	}
	return 0
}

func main() {}
