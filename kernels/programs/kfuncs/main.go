// Kfuncs that hand out references, states and iterators, with panics while they are held.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var counts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentPidTgid() uint64

//go:extern bpf_task_from_pid
func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer

//go:extern bpf_task_release
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

func bpfKfuncBpfTaskAcquire(task unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()

func bpfKsymExists(name string) bool

type bpfIterNum struct {
	_ [1]uint64
}

func bpfKfuncBpfIterNumNew(it *bpfIterNum, start, end int32) int32
func bpfKfuncBpfIterNumNext(it *bpfIterNum) *int32
func bpfKfuncBpfIterNumDestroy(it *bpfIterNum)

type bpfIterTask struct {
	_ [3]uint64
}

func bpfKfuncBpfIterTaskNew(it *bpfIterTask, task unsafe.Pointer, flags uint32) int32
func bpfKfuncBpfIterTaskNext(it *bpfIterTask) unsafe.Pointer
func bpfKfuncBpfIterTaskDestroy(it *bpfIterTask)

// What the loader sets.
var (
	divisor uint32 = 1
	index   uint32
	missing int32 = 0x7fffffff
)

// What the programs found.
var (
	found     uint64
	lost      uint64
	sum       uint64
	tasks     uint64
	ended     uint64
	hasFuture uint64
	hasTask   uint64
)

// Looks its own task up, and one that is not there.
//
//export lookup
//go:section syscall
func lookup(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(int32(bpfGetCurrentPidTgid() >> 32))
	if task == nil {
		return 1
	}
	found++
	// Division by zero: a panic that must give the task back.
	lost += uint64(100 / divisor)
	second := bpfKfuncBpfTaskAcquire(task)
	if second != nil {
		bpfKfuncBpfTaskRelease(second)
	}
	bpfKfuncBpfTaskRelease(task)
	if other := bpfKfuncBpfTaskFromPid(missing); other != nil {
		bpfKfuncBpfTaskRelease(other)
		return 2
	}
	return 0
}

// An open-coded iterator, a panic inside the loop.
//
//export count
//go:section syscall
func count(ctx unsafe.Pointer) int32 {
	var values [8]uint32
	var it bpfIterNum
	bpfKfuncBpfIterNumNew(&it, 0, 100)
	for {
		value := bpfKfuncBpfIterNumNext(&it)
		if value == nil {
			break
		}
		values[index] += uint32(*value)
		sum += uint64(*value)
	}
	bpfKfuncBpfIterNumDestroy(&it)
	ended++
	return int32(values[0])
}

// Tasks, which may be walked while the RCU read lock is held.
//
//export walk
//go:section syscall
func walk(ctx unsafe.Pointer) int32 {
	var it bpfIterTask
	bpfKfuncBpfRcuReadLock()
	bpfKfuncBpfIterTaskNew(&it, nil, 0)
	for task := bpfKfuncBpfIterTaskNext(&it); task != nil; task = bpfKfuncBpfIterTaskNext(&it) {
		tasks += uint64(10 / divisor)
	}
	bpfKfuncBpfIterTaskDestroy(&it)
	bpfKfuncBpfRcuReadUnlock()
	return 0
}

// What the kernel has and what it lacks.
//
//export ask
//go:section syscall
func ask(ctx unsafe.Pointer) int32 {
	if bpfKsymExists("bpf_task_from_pid") {
		hasTask = 1
	}
	if bpfKsymExists("bpf_of_the_future") {
		hasFuture = uint64(future(1))
	}
	return 0
}

//go:linkname future kfunc.bpf_of_the_future(u32)u32
func future(n uint32) uint32

func main() {}
