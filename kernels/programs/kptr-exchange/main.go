// Kernel objects that map values own: a task and a set of CPUs, and an object of the program's own for each CPU.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfCoreTaskStruct struct{ Tgid int32 }

type bpfCoreBpfCpumask struct{}

// Counter lies on each CPU.
type Counter struct{ Count uint64 }

type (
	bpfKptrTask        *bpfCoreTaskStruct
	bpfKptrCpumask     *bpfCoreBpfCpumask
	bpfPercpuKptrCount *Counter
)

// Held is a value of holders.
type Held struct {
	Task    bpfKptrTask
	Cpus    bpfKptrCpumask
	Counter bpfPercpuKptrCount
}

var holders = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Held{})), MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfKptrXchg(place, new unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct
func bpfThisCpuPtr(p unsafe.Pointer) unsafe.Pointer
func bpfCoreTypeIdLocal(of unsafe.Pointer) uint64

func bpfKfuncBpfTaskAcquire(task *bpfCoreTaskStruct) *bpfCoreTaskStruct
func bpfKfuncBpfTaskRelease(task *bpfCoreTaskStruct)
func bpfKfuncBpfCpumaskCreate() *bpfCoreBpfCpumask
func bpfKfuncBpfCpumaskRelease(mask *bpfCoreBpfCpumask)
func bpfKfuncBpfCpumaskSetCpu(cpu uint32, mask *bpfCoreBpfCpumask)
func bpfKfuncBpfCpumaskTestCpu(cpu uint32, mask *bpfCoreBpfCpumask) bool
func bpfKfuncBpfCpumaskFirst(mask *bpfCoreBpfCpumask) uint32
func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()
func bpfKfuncBpfPercpuObjNewImpl(id uint64, meta unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfPercpuObjDropImpl(object, meta unsafe.Pointer)

var (
	// What is in the table at an index that user space sets, beyond it for a panic.
	index uint32
	table = [4]int32{0, 1, 2, 3}

	tgid  int32
	first uint32
	count uint64
)

func held() *Held {
	key := uint32(0)
	return (*Held)(bpfMapLookupElem(unsafe.Pointer(&holders), unsafe.Pointer(&key)))
}

// Keeps the task that runs it.
//
//export keep_task
//go:section syscall
func keepTask(ctx unsafe.Pointer) int32 {
	held := held()
	if held == nil {
		return 100
	}
	task := bpfKfuncBpfTaskAcquire(bpfGetCurrentTaskBtf())
	if task == nil {
		return 101
	}
	// A panic here gives the task back.
	result := table[index]
	old := (*bpfCoreTaskStruct)(bpfKptrXchg(unsafe.Pointer(&held.Task), unsafe.Pointer(task)))
	if old != nil {
		bpfKfuncBpfTaskRelease(old)
		return 10 + result
	}
	return result
}

// Takes it out again.
//
//export take_task
//go:section syscall
func takeTask(ctx unsafe.Pointer) int32 {
	held := held()
	if held == nil {
		return 100
	}
	task := (*bpfCoreTaskStruct)(bpfKptrXchg(unsafe.Pointer(&held.Task), nil))
	if task == nil {
		return 101
	}
	tgid = task.Tgid
	bpfKfuncBpfTaskRelease(task)
	return 0
}

// Makes a set of CPUs, keeps it, and reads it where it is kept.
//
//export cpus
//go:section syscall
func cpus(ctx unsafe.Pointer) int32 {
	held := held()
	if held == nil {
		return 100
	}
	mask := bpfKfuncBpfCpumaskCreate()
	if mask == nil {
		return 101
	}
	bpfKfuncBpfCpumaskSetCpu(1, mask)
	old := (*bpfCoreBpfCpumask)(bpfKptrXchg(unsafe.Pointer(&held.Cpus), unsafe.Pointer(mask)))
	if old != nil {
		bpfKfuncBpfCpumaskRelease(old)
	}
	bpfKfuncBpfRcuReadLock()
	result := int32(102)
	if kept := (*bpfCoreBpfCpumask)(held.Cpus); kept != nil {
		first = bpfKfuncBpfCpumaskFirst(kept)
		result = 0
		if !bpfKfuncBpfCpumaskTestCpu(1, kept) || bpfKfuncBpfCpumaskTestCpu(0, kept) {
			result = 103
		}
	}
	bpfKfuncBpfRcuReadUnlock()
	return result
}

// Counts on this CPU, in an object that the first call makes.
//
//export count_here
//go:section syscall
func countHere(ctx unsafe.Pointer) int32 {
	held := held()
	if held == nil {
		return 100
	}
	if held.Counter == nil {
		var of Counter
		made := bpfKfuncBpfPercpuObjNewImpl(bpfCoreTypeIdLocal(unsafe.Pointer(&of)), nil)
		if made == nil {
			return 101
		}
		if old := bpfKptrXchg(unsafe.Pointer(&held.Counter), made); old != nil {
			bpfKfuncBpfPercpuObjDropImpl(old, nil)
		}
	}
	bpfKfuncBpfRcuReadLock()
	if counter := held.Counter; counter != nil {
		here := (*Counter)(bpfThisCpuPtr(unsafe.Pointer(counter)))
		here.Count++
		count = here.Count
	}
	bpfKfuncBpfRcuReadUnlock()
	return 0
}

func main() {}
