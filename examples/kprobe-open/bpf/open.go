// A kprobe that reports each file that a process is about to open.
package main

import "github.com/tinybpf/bpf"

// OpenEvent is one record of the ring buffer.
type OpenEvent struct {
	PID uint32
	UID uint32
	// Flags are those of open(2).
	Flags uint64
	Comm  [16]byte
	Path  [200]byte
}

// struct open_how in linux/openat2.h, in the kernel's memory.
type bpfCoreOpenHow struct {
	Flags uint64
}

var events = bpf.RingBuf[OpenEvent]{MaxEntries: 256 * 1024}

// If not zero, only this process is reported; user space sets it before loading.
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
	how := (*bpfCoreOpenHow)(ctx.ArgPointer(2))
	// A kprobe knows no types: this read is a call of bpf_probe_read_kernel.
	flags := how.Flags
	event := events.Reserve()
	if event == nil {
		return 0
	}
	event.PID = pid
	event.UID = uint32(bpf.GetCurrentUidGid())
	event.Flags = flags
	bpf.GetCurrentComm(&event.Comm)
	event.Path[0] = 0
	bpf.ProbeReadUserStr(&event.Path, ctx.ArgPointer(1))
	events.Submit(event)
	return 0
}

func main() {}
