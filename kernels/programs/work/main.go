// Work that a map value keeps, done later by a thread of the kernel's that may sleep.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfWq struct{ _ [2]uint64 }

// Job is a value of jobs.
type Job struct {
	Work  bpfWq
	Index uint64
	Runs  uint64
}

var jobs = bpfMapDef{Type: 1, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Job{})), MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfKfuncBpfWqInit(wq *bpfWq, m unsafe.Pointer, flags uint32) int32
func bpfKfuncBpfWqStart(wq *bpfWq, flags uint32) int32

func bpfKsymExists(name string) bool

// Since Linux 7.0 the kernel fills in the last parameter.
func bpfKfuncBpfWqSetCallback(wq *bpfWq, fn func(m unsafe.Pointer, key *uint32, job *Job) int32, flags uint32) int32
func bpfKfuncBpfWqSetCallbackImpl(wq *bpfWq, fn func(m unsafe.Pointer, key *uint32, job *Job) int32, flags uint32, aux unsafe.Pointer) int32

var (
	table = [4]uint64{10, 20, 30, 40}
	// What the work found, and what user space sets: the job's index, beyond the table for a panic.
	sum   uint64
	index uint64
)

//export start
//go:section classifier
func start(ctx unsafe.Pointer) int32 {
	key := uint32(1)
	job := Job{Index: index}
	bpfMapUpdateElem(unsafe.Pointer(&jobs), unsafe.Pointer(&key), unsafe.Pointer(&job), 0)
	held := (*Job)(bpfMapLookupElem(unsafe.Pointer(&jobs), unsafe.Pointer(&key)))
	if held == nil {
		return 100
	}
	if bpfKfuncBpfWqInit(&held.Work, unsafe.Pointer(&jobs), 0) != 0 {
		return 101
	}
	failed := int32(1)
	if bpfKsymExists("bpf_wq_set_callback") {
		failed = bpfKfuncBpfWqSetCallback(&held.Work, work, 0)
	} else if bpfKsymExists("bpf_wq_set_callback_impl") {
		failed = bpfKfuncBpfWqSetCallbackImpl(&held.Work, work, 0, nil)
	}
	if failed != 0 {
		return 102
	}
	return bpfKfuncBpfWqStart(&held.Work, 0)
}

// Starts itself again until it ran three times; a panic ends it.
func work(m unsafe.Pointer, key *uint32, job *Job) int32 {
	job.Runs++
	sum += table[job.Index]
	if job.Runs < 3 {
		bpfKfuncBpfWqStart(&job.Work, 0)
	}
	return 0
}

func main() {}
