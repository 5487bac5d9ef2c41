// What probes and tracepoints are given, through the contexts of the Go package: a file that is opened, one that is executed, a system call.
package main

import "github.com/tinybpf/bpf"

//go:section .rodata
var onlyPID uint32

var (
	// opened is the path of the last file that the process opened, and failed counts those that were not there.
	opened [16]byte
	failed uint64
	// places are the addresses of code and stack at the probe.
	places [2]uint64
	// executed is the path of the last program that was started.
	executed [16]byte
	// parent is what getppid returned, and calls counts its calls.
	parent int64
	calls  uint64
)

func isWatched() bool { return uint32(bpf.GetCurrentPidTgid()>>32) == onlyPID }

// long do_sys_openat2(int dfd, const char __user *filename, struct open_how *how), in fs/open.c.
//
//export on_open
//go:section kprobe/do_sys_openat2
func onOpen(ctx *bpf.PtRegs) int32 {
	if isWatched() {
		bpf.ProbeReadUserStr(&opened, ctx.ArgPointer(1))
		places = [2]uint64{ctx.IP(), ctx.SP()}
	}
	return 0
}

//export on_opened
//go:section kretprobe/do_sys_openat2
func onOpened(ctx *bpf.PtRegs) int32 {
	// A long in older kernels and an int in newer ones: of its register, the upper half says nothing.
	if isWatched() && int32(ctx.Ret()) == int32(bpf.ENOENT) {
		failed++
	}
	return 0
}

// processExec are the fields of sched/sched_process_exec.
type processExec struct {
	Filename    bpf.DataLoc
	PID, OldPID int32
}

//export on_exec
//go:section tracepoint/sched/sched_process_exec
func onExec(ctx *bpf.Tracepoint[processExec]) int32 {
	bpf.ProbeReadKernelStr(&executed, bpf.DataAt(ctx, ctx.Fields.Filename))
	return 0
}

//export on_exit
//go:section tracepoint/syscalls/sys_exit_getppid
func onExit(ctx *bpf.SysExit) int32 {
	if isWatched() {
		parent = ctx.Ret
	}
	return 0
}

//export on_enter
//go:section tracepoint/raw_syscalls/sys_enter
func onEnter(ctx *bpf.Tracepoint[bpf.RawSysEnter]) int32 {
	// getppid on x86-64.
	if isWatched() && ctx.Fields.ID == 110 {
		calls++
	}
	return 0
}

func main() {}
