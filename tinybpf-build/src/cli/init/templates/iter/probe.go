// An iterator over all threads: the kernel runs the program for each, and what it writes comes out of a file.
package main

import "github.com/tinybpf/bpf"

// The kernel's view of the iterator and of threads: the fields that the program reads, which the loader finds in the running kernel.
type (
	bpfCoreBpfIterMeta struct{ Seq *bpfCoreSeqFile }
	bpfCoreSeqFile     struct{}
	bpfCoreTaskStruct  struct {
		Pid  int32
		Tgid int32
		Comm [16]byte
	}
)

// What the kernel hands to the program (struct bpf_iter__task).
type iterTask struct {
	Meta *bpfCoreBpfIterMeta
	// Task is nil after the last thread.
	Task *bpfCoreTaskStruct
}

// How many threads each process has.
var threads = bpf.HashMap[int32, uint32]{MaxEntries: 32768}

//export show_threads
//go:section iter/task
func showThreads(ctx *iterTask) int32 {
	task := ctx.Task
	if task == nil {
		return 0
	}
	process := task.Tgid
	if count := threads.LookupOrInit(&process, new(uint32)); count != nil {
		*count++
	}
	bpf.SeqPrintf(ctx.Meta.Seq, "%d %d %s\n", process, task.Pid, &task.Comm)
	return 0
}

func main() {}
