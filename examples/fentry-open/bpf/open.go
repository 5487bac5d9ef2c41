// Programs at the beginning and the end of a kernel function, which report each file that is opened and how long it took.
package main

import (
	"unsafe"

	"github.com/tinybpf/bpf"
)

// The arguments of do_sys_openat2 (fs/open.c) and, at its end, the result. The kernel hands over eight bytes for each, and knows
// their types: How may be read like memory of the program's own.
type openArgs struct {
	Directory int64
	// Path is an address in the process's memory.
	Path   unsafe.Pointer
	How    *openHow
	Result int64
}

// struct open_how in linux/openat2.h.
type openHow struct {
	Flags   uint64
	Mode    uint64
	Resolve uint64
}

// OpenEvent is one record of the ring buffer.
type OpenEvent struct {
	PID uint32
	UID uint32
	// Nanoseconds that the kernel took.
	Nanoseconds uint64
	// Flags are those of open(2).
	Flags uint64
	// Result is a file descriptor, or an error number below zero.
	Result int32
	_      [4]byte
	Comm   [16]byte
	Path   [200]byte
}

var (
	// When the threads that are opening a file began. A thread that ends meanwhile leaves its entry: such a map drops the oldest.
	started = bpf.LRUHash[uint64, uint64]{MaxEntries: 4096}
	events  = bpf.RingBuf[OpenEvent]{MaxEntries: 256 * 1024}
)

// If not zero, only this process is reported; user space sets it before loading.
//
//go:section .rodata
var onlyPID uint32

//export open_begins
//go:section fentry/do_sys_openat2
func openBegins(args *openArgs) int32 {
	thread := bpf.GetCurrentPidTgid()
	if onlyPID != 0 && uint32(thread>>32) != onlyPID {
		return 0
	}
	now := bpf.KtimeGetNs()
	started.Update(&thread, &now, bpf.Any)
	return 0
}

//export open_ends
//go:section fexit/do_sys_openat2
func openEnds(args *openArgs) int32 {
	thread := bpf.GetCurrentPidTgid()
	start := started.Lookup(&thread)
	if start == nil {
		// It began before the programs came, or is not to be reported.
		return 0
	}
	nanoseconds := bpf.KtimeGetNs() - *start
	started.Delete(&thread)
	// Before there is a record, which a nil pointer would have to give back.
	flags := args.How.Flags
	event := events.Reserve()
	if event == nil {
		return 0
	}
	event.PID = uint32(thread >> 32)
	event.UID = uint32(bpf.GetCurrentUidGid())
	event.Nanoseconds = nanoseconds
	event.Flags = flags
	// A long in older kernels, an int in newer ones, which leave the upper half as it was.
	event.Result = int32(args.Result)
	bpf.GetCurrentComm(&event.Comm)
	// The kernel has just read the path itself, so it is in memory now; at the beginning it might not be.
	bpf.ProbeReadUserStr(&event.Path, args.Path)
	events.Submit(event)
	return 0
}

func main() {}
