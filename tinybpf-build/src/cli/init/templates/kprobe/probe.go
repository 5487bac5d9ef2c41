// A kprobe that reports each file that a process is about to open, and counts them by process.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// OpenEvent is one record of the ring buffer.
type OpenEvent struct {
	PID  uint32
	UID  uint32
	Comm [16]byte
	Path [128]byte
}

var (
	events = bpf.RingBuf[OpenEvent]{MaxEntries: 256 * 1024}
	// How many files each process opened; what was not used for longest makes room.
	opens = bpf.LRUHash[uint32, uint64]{MaxEntries: 4096}
)

// If not zero, only this process is reported; the loader sets it before loading.
//
//go:section .rodata
var onlyPID uint32

// long do_sys_openat2(int dfd, const char __user *filename, struct open_how *how), in fs/open.c.
//
//export trace_open
//go:section kprobe/do_sys_openat2
func traceOpen(ctx *bpf.PtRegs) int32 {
	pid := uint32(bpf.GetCurrentPidTgid() >> 32)
	if onlyPID != 0 && pid != onlyPID {
		return 0
	}
	if count := opens.LookupOrInit(&pid, new(uint64)); count != nil {
		atomic.AddUint64(count, 1)
	}
	event := events.Reserve()
	if event == nil {
		bpf.Warn("an open of process %d is lost: the ring buffer is full", pid)
		return 0
	}
	event.PID, event.UID = pid, uint32(bpf.GetCurrentUidGid())
	bpf.GetCurrentComm(&event.Comm)
	event.Path[0] = 0
	bpf.ProbeReadUserStr(&event.Path, ctx.ArgPointer(1))
	events.Submit(event)
	return 0
}

func main() {}
