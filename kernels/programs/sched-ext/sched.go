//go:build tinygo

// A scheduler: one queue for all tasks, first in, first out.
package main

import "unsafe"

type bpfCoreSchedExtOps struct {
	Enqueue  func(p *bpfCoreTaskStruct, flags uint64)
	Dispatch func(cpu int32, prev *bpfCoreTaskStruct)
	Running  func(p *bpfCoreTaskStruct)
	Stopping func(p *bpfCoreTaskStruct, runnable bool)
	InitTask func(p *bpfCoreTaskStruct, args unsafe.Pointer) int32
	Init     func() int32
	Exit     func(info *bpfCoreScxExitInfo)

	Flags     uint64
	TimeoutMs uint32
	Name      string
}

type bpfCoreTaskStruct struct {
	Pid int32
	Scx bpfCoreSchedExtEntity
}

type bpfCoreSchedExtEntity struct {
	Slice uint64
}

type bpfCoreScxExitInfo struct {
	Kind bpfCoreScxExitKind
}

type bpfCoreScxExitKind uint32

func bpfKfuncScxBpfCreateDsq(queue uint64, node int32) int32
func bpfKfuncScxBpfDsqInsert(p *bpfCoreTaskStruct, queue, slice, flags uint64)
func bpfKfuncScxBpfDsqMoveToLocal(queue uint64) bool

const (
	queue = 7
	slice = 5_000_000 // nanoseconds
)

//go:section .struct_ops.link
var goScheduler = bpfCoreSchedExtOps{
	Enqueue: func(p *bpfCoreTaskStruct, flags uint64) {
		enqueued++
		bpfKfuncScxBpfDsqInsert(p, queue, slice, flags)
	},
	Dispatch: func(cpu int32, prev *bpfCoreTaskStruct) {
		if bpfKfuncScxBpfDsqMoveToLocal(queue) {
			dispatched++
		} else if prev != nil {
			idle = uint64(prev.Pid)
		}
	},
	Running:   running,
	Stopping:  stopping,
	InitTask:  initTask,
	Init:      start,
	Exit:      func(info *bpfCoreScxExitInfo) { ended = uint64(info.Kind) },
	TimeoutMs: 5000,
	Name:      "go_scheduler",
}

var (
	// The process that the test asks about.
	watched    int32
	ran        uint64
	left       uint64
	enqueued   uint64
	dispatched uint64
	stopped    uint64
	tasks      uint64
	idle       uint64
	ended      uint64
)

func running(p *bpfCoreTaskStruct) {
	if p.Pid == watched {
		ran++
		p.Scx.Slice = slice / 2
	}
}

func stopping(p *bpfCoreTaskStruct, runnable bool) {
	if runnable && p.Pid == watched {
		left = p.Scx.Slice
	}
	stopped++
}

//go:section struct_ops.s/init_task
func initTask(p *bpfCoreTaskStruct, args unsafe.Pointer) int32 {
	tasks++
	return 0
}

//go:section struct_ops.s/init
func start() int32 { return bpfKfuncScxBpfCreateDsq(queue, -1) }

func main() {}
