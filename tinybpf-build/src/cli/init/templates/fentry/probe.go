// Programs at the beginning and the end of a kernel function, which measure how long opening files takes.
package main

import (
	"math/bits"
	"unsafe"

	"github.com/tinybpf/bpf"
)

// The arguments of do_sys_openat2 (fs/open.c) and, at its end, the result: eight bytes for each.
type openArgs struct {
	Directory int64
	// Path is an address in the process's memory.
	Path   unsafe.Pointer
	How    unsafe.Pointer
	Result int64
}

// How many bars the histogram has: that of number n counts 2ⁿ⁻¹ to 2ⁿ-1 microseconds, the last one all that took longer.
const bars = 20

var (
	// When the threads that are opening a file began, in nanoseconds.
	started = bpf.LRUHash[uint64, uint64]{MaxEntries: 4096}
	// The number of opens, by the time that they took.
	histogram = bpf.PerCPUArray[uint64]{MaxEntries: bars}
)

//export open_begins
//go:section fentry/do_sys_openat2
func openBegins(args *openArgs) int32 {
	thread, now := bpf.GetCurrentPidTgid(), bpf.KtimeGetNs()
	started.Update(&thread, &now, bpf.Any)
	return 0
}

//export open_ends
//go:section fexit/do_sys_openat2
func openEnds(args *openArgs) int32 {
	thread := bpf.GetCurrentPidTgid()
	start := started.Lookup(&thread)
	if start == nil {
		// It began before the programs came.
		return 0
	}
	microseconds := (bpf.KtimeGetNs() - *start) / 1000
	started.Delete(&thread)
	bar := min(uint32(bits.Len64(microseconds)), bars-1)
	if count := histogram.Lookup(bar); count != nil {
		*count++
	}
	if microseconds > 10_000 {
		bpf.Warn("an open of process %d took %d µs, with the result %d", thread>>32, microseconds, int32(args.Result))
	}
	return 0
}

func main() {}
