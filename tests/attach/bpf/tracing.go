// Programs of each type that the kernel can attach: each counts its runs.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// The process whose doings count, so that others on the machine do not.
var pid uint32

var tracepointRuns, openTracepointRuns, rawTracepointRuns, openRawTracepointRuns uint64
var btfTracepointRuns, uprobeRuns, openUprobeRuns, perfEventRuns, taskRuns uint64

// run counts a run that the process caused.
func run(runs *uint64) int32 {
	if uint32(bpf.GetCurrentPidTgid()>>32) == pid {
		atomic.AddUint64(runs, 1)
	}
	return 0
}

//export on_tracepoint
//go:section tracepoint/syscalls/sys_enter_getppid
func onTracepoint(ctx *bpf.SysEnter) int32 { return run(&tracepointRuns) }

//export on_open_tracepoint
//go:section tracepoint
func onOpenTracepoint(ctx *bpf.SysEnter) int32 { return run(&openTracepointRuns) }

//export on_raw_tracepoint
//go:section raw_tp/sys_enter
func onRawTracepoint(ctx *bpf.RawTracepointArgs) int32 { return run(&rawTracepointRuns) }

//export on_open_raw_tracepoint
//go:section raw_tp
func onOpenRawTracepoint(ctx *bpf.RawTracepointArgs) int32 { return run(&openRawTracepointRuns) }

type sysEnterArgs struct{ Regs, ID uint64 }

//export on_btf_tracepoint
//go:section tp_btf/sys_enter
func onBtfTracepoint(ctx *sysEnterArgs) int32 { return run(&btfTracepointRuns) }

//export on_uprobe
//go:section uprobe/libc.so.6:getppid
func onUprobe(ctx *bpf.PtRegs) int32 { return run(&uprobeRuns) }

//export on_open_uprobe
//go:section uprobe
func onOpenUprobe(ctx *bpf.PtRegs) int32 { return run(&openUprobeRuns) }

type perfEventData struct{ Regs bpf.PtRegs }

//export on_perf_event
//go:section perf_event
func onPerfEvent(ctx *perfEventData) int32 { return run(&perfEventRuns) }

type bpfCoreBpfIterMeta struct{ Seq *bpfCoreSeqFile }

type bpfCoreSeqFile struct{}

type bpfCoreTaskStruct struct{ Tgid int32 }

type iterTask struct {
	Meta *bpfCoreBpfIterMeta
	// Task is nil after the last thread.
	Task *bpfCoreTaskStruct
}

//export on_task
//go:section iter/task
func onTask(ctx *iterTask) int32 {
	task := ctx.Task
	if task == nil {
		return 0
	}
	bpf.SeqPrintf(ctx.Meta.Seq, "%d\n", task.Tgid)
	return run(&taskRuns)
}
