//go:build tinygo

// An iterator over all threads: the kernel runs the program for each, and what it writes comes out of a file.
// It is written in the bare conventions, without the Go package: views of kernel structs, and a helper declared by hand.
package main

import "unsafe"

// The kernel's view of the iterator and of threads: the fields that the program reads, which the loader finds in the running
// kernel.
type bpfCoreBpfIterMeta struct {
	Seq *bpfCoreSeqFile
}

// The file that the program writes to.
type bpfCoreSeqFile struct{}

type bpfCoreTaskStruct struct {
	Pid        int32
	Tgid       int32
	RealParent *bpfCoreTaskStruct
	Comm       [16]byte
	Utime      uint64
	Stime      uint64
}

// The context of the program (struct bpf_iter__task in kernel/bpf/task_iter.c).
type iterTask struct {
	Meta *bpfCoreBpfIterMeta
	// Task is nil after the last thread.
	Task *bpfCoreTaskStruct
}

// A line about a thread; the kernel wants the zero at the end.
const format = "%8d %8d %8d %9llu ms %9llu ms  %s\n\x00"

const nanosecondsPerMillisecond = 1_000_000

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64

//export dump_task
//go:section iter/task
func dumpTask(ctx *iterTask) int32 {
	task := ctx.Task
	if task == nil {
		return 0
	}
	values := [...]uint64{
		uint64(task.Tgid),
		uint64(task.Pid),
		uint64(task.RealParent.Tgid),
		task.Utime / nanosecondsPerMillisecond,
		task.Stime / nanosecondsPerMillisecond,
		// For %s, the address of the text.
		uint64(uintptr(unsafe.Pointer(&task.Comm))),
	}
	bpfSeqPrintf(ctx.Meta.Seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(&values), uint32(unsafe.Sizeof(values)))
	return 0
}

func main() {}
