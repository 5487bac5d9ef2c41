//go:build tinygo

// A program on a raw tracepoint that reports each program that is started, through a perf event array.
package main

import "unsafe"

// BPF_MAP_TYPE_PERF_EVENT_ARRAY in linux/bpf.h.
const mapTypePerfEventArray = 4

// BPF_F_CURRENT_CPU in linux/bpf.h: into the buffer of the CPU that the program runs on.
const currentCPU = 0xffffffff

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

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// The buffers of the CPUs; the loader makes as many entries as there are.
var events = bpfMapDef{
	Type:      mapTypePerfEventArray,
	KeySize:   uint32(unsafe.Sizeof(uint32(0))),
	ValueSize: uint32(unsafe.Sizeof(uint32(0))),
}

func bpfGetCurrentUidGid() uint64
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfProbeReadKernelStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfPerfEventOutput(ctx *execArgs, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64

//export trace_exec
//go:section raw_tp/sched_process_exec
func traceExec(args *execArgs) int32 {
	parent := args.Task.RealParent
	event := ExecEvent{
		PID:       args.Task.Tgid,
		ParentPID: parent.Tgid,
		UID:       uint32(bpfGetCurrentUidGid()),
		Arguments: args.Binary.Argc,
	}
	// Arrays of the kernel are read by the address of the field.
	bpfProbeReadKernel(unsafe.Pointer(&event.Parent), uint32(unsafe.Sizeof(event.Parent)), unsafe.Pointer(&parent.Comm))
	bpfProbeReadKernelStr(unsafe.Pointer(&event.Path), uint32(unsafe.Sizeof(event.Path)), args.Binary.Filename)
	report(args, &event)
	return 0
}

func report(args *execArgs, event *ExecEvent) {
	bpfPerfEventOutput(args, unsafe.Pointer(&events), currentCPU, unsafe.Pointer(event), uint64(unsafe.Sizeof(*event)))
}

func main() {}
