//go:build tinygo

// A program that user space runs like a system call, and that looks a process up with functions of the kernel (kfuncs).
//
// It is written in the bare conventions, without the Go package: kfuncs are declared by hand in any case, and all that a program
// takes can be seen in one file. Plain Go does not compile functions without a body, so it sees stub.go instead.
package main

import "unsafe"

// BPF_MAP_TYPE_HASH in linux/bpf.h.
const mapTypeHash = 1

// ESRCH in asm-generic/errno-base.h: no such process.
const eSrch = 3

// The kernel's view of processes: the fields that the program reads, which the loader finds in the running kernel.
type bpfCoreTaskStruct struct {
	Tgid       int32
	RealParent *bpfCoreTaskStruct
	StartTime  uint64
	Comm       [16]byte
}

// What user space hands to the program.
type request struct {
	PID int32
}

// Process is what the program found out about one.
type Process struct {
	// StartTime is in nanoseconds since the machine was started.
	StartTime uint64
	ParentPID int32
	_         [4]byte
	Comm      [16]byte
	Parent    [16]byte
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// The processes that were found.
var processes = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof(int32(0))),
	ValueSize:  uint32(unsafe.Sizeof(Process{})),
	MaxEntries: 1024,
}

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64

// Functions of the kernel. The first hands out a reference, which the second gives back: the verifier refuses programs that forget
// to, and a panic in between gives it back by itself.
func bpfKfuncBpfTaskFromPid(pid int32) *bpfCoreTaskStruct
func bpfKfuncBpfTaskRelease(task *bpfCoreTaskStruct)

//export look_up
//go:section syscall
func lookUp(ctx *request) int32 {
	task := bpfKfuncBpfTaskFromPid(ctx.PID)
	if task == nil {
		return -eSrch
	}
	parent := task.RealParent
	process := Process{StartTime: task.StartTime, ParentPID: parent.Tgid}
	bpfProbeReadKernel(unsafe.Pointer(&process.Comm), uint32(unsafe.Sizeof(process.Comm)), unsafe.Pointer(&task.Comm))
	bpfProbeReadKernel(unsafe.Pointer(&process.Parent), uint32(unsafe.Sizeof(process.Parent)), unsafe.Pointer(&parent.Comm))
	bpfKfuncBpfTaskRelease(task)
	return keep(ctx.PID, &process)
}

func keep(pid int32, process *Process) int32 {
	return int32(bpfMapUpdateElem(unsafe.Pointer(&processes), unsafe.Pointer(&pid), unsafe.Pointer(process), 0))
}

func main() {}
