// Programs that measure how long threads that could run wait for a CPU.
package main

import (
	"math/bits"

	"github.com/tinybpf/bpf"
)

// TASK_RUNNING in linux/sched.h: a thread that is running, or could.
const taskRunning = 0

// What the tracepoints hand to the programs (TP_PROTO in trace/events/sched.h).
type (
	wakeupArgs struct {
		Task *bpfCoreTaskStruct
	}
	switchArgs struct {
		Preempted uint64
		Previous  *bpfCoreTaskStruct
		Next      *bpfCoreTaskStruct
	}
)

// How many bars the histogram has: the one of number n counts waits of 2ⁿ⁻¹ to 2ⁿ-1 microseconds, the last one all that are longer.
const bars = 26

var (
	// Since when each waiting thread could run, in nanoseconds.
	waiting = bpf.LRUHash[int32, uint64]{MaxEntries: 16384}
	// The number of waits, by length.
	histogram = bpf.PerCPUArray[uint64]{MaxEntries: bars}
)

// If not zero, only threads of this process count; user space sets it before loading.
//
//go:section .rodata
var onlyPID int32

//export wakes_up
//go:section tp_btf/sched_wakeup
func wakesUp(args *wakeupArgs) int32 {
	begin(args.Task)
	return 0
}

//export wakes_up_new
//go:section tp_btf/sched_wakeup_new
func wakesUpNew(args *wakeupArgs) int32 {
	begin(args.Task)
	return 0
}

//export switches
//go:section tp_btf/sched_switch
func switches(args *switchArgs) int32 {
	if state(args.Previous) == taskRunning {
		// It had to make room, and waits again.
		begin(args.Previous)
	}
	end(args.Next)
	return 0
}

// begin notes since when a thread could run.
func begin(task *bpfCoreTaskStruct) {
	thread := task.Pid
	// The idle threads of the CPUs are all number 0, and never wait.
	if thread == 0 || onlyPID != 0 && task.Tgid != onlyPID {
		return
	}
	now := bpf.KtimeGetNs()
	waiting.Update(&thread, &now, bpf.Any)
}

// end counts the wait of a thread that gets a CPU.
func end(task *bpfCoreTaskStruct) {
	thread := task.Pid
	since := waiting.Lookup(&thread)
	if since == nil {
		return
	}
	microseconds := (bpf.KtimeGetNs() - *since) / 1000
	waiting.Delete(&thread)
	bar := min(uint32(bits.Len64(microseconds)), bars-1)
	if count := histogram.Lookup(bar); count != nil {
		*count++
	}
}

func main() {}
