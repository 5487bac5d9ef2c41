// A program on a raw tracepoint that reports each program that is started, through a perf event array.
package main

import (
	"unsafe"

	"github.com/tinybpf/bpf"
)

// The kernel's view of threads and of programs that are being started: the fields that this program reads, which the loader finds
// in the running kernel.
type bpfCoreTaskStruct struct {
	Tgid       int32
	RealParent *bpfCoreTaskStruct
	Comm       [16]byte
}

type bpfCoreLinuxBinprm struct {
	Filename unsafe.Pointer
	Argc     int32
}

// What the tracepoint hands to the program (TP_PROTO of sched_process_exec in trace/events/sched.h).
type execArgs struct {
	Task   *bpfCoreTaskStruct
	OldPID int64
	Binary *bpfCoreLinuxBinprm
}

// ExecEvent is one record of the perf event array.
type ExecEvent struct {
	PID       int32
	ParentPID int32
	UID       uint32
	// Arguments counts them, the program's name included.
	Arguments int32
	// Parent is the name of the parent.
	Parent [16]byte
	Path   [128]byte
}

// The buffers of the CPUs; the loader makes as many entries as there are.
var events = bpf.PerfEventArray[ExecEvent]{}

//export trace_exec
//go:section raw_tp/sched_process_exec
func traceExec(args *execArgs) int32 {
	parent := args.Task.RealParent
	event := ExecEvent{
		PID:       args.Task.Tgid,
		ParentPID: parent.Tgid,
		UID:       uint32(bpf.GetCurrentUidGid()),
		Arguments: args.Binary.Argc,
	}
	// Arrays of the kernel are read by the address of the field.
	bpf.ProbeReadKernel(&event.Parent, &parent.Comm)
	bpf.ProbeReadKernelStr(&event.Path, args.Binary.Filename)
	bpf.PerfOutput(args, &events, &event)
	return 0
}

func main() {}
