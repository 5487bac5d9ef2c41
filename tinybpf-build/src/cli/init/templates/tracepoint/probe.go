// A tracepoint program that reports each program that is started, and counts them by user.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// The fields of the tracepoint, as /sys/kernel/tracing/events/sched/sched_process_exec/format lists them.
type execFields struct {
	Filename bpf.DataLoc
	PID      int32
	OldPID   int32
}

// ExecEvent is one record of the ring buffer.
type ExecEvent struct {
	PID  int32
	UID  uint32
	Path [128]byte
}

var (
	events = bpf.RingBuf[ExecEvent]{MaxEntries: 256 * 1024}
	// How many programs each user started.
	starts = bpf.HashMap[uint32, uint64]{MaxEntries: 1024}
)

//export trace_exec
//go:section tracepoint/sched/sched_process_exec
func traceExec(ctx *bpf.Tracepoint[execFields]) int32 {
	uid := uint32(bpf.GetCurrentUidGid())
	if count := starts.LookupOrInit(&uid, new(uint64)); count != nil {
		atomic.AddUint64(count, 1)
	}
	event := events.Reserve()
	if event == nil {
		bpf.Warn("the start of %d is lost: the ring buffer is full", ctx.Fields.PID)
		return 0
	}
	event.PID, event.UID = ctx.Fields.PID, uid
	bpf.ProbeReadKernelStr(&event.Path, bpf.DataAt(ctx, ctx.Fields.Filename))
	events.Submit(event)
	return 0
}

func main() {}
