//go:build tinygo

// Programs that measure how long threads that could run wait for a CPU.
package main

import (
	"math/bits"
	"unsafe"
)

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypePerCPUArray = 6
	mapTypeLRUHash     = 9
)

// TASK_RUNNING in linux/sched.h: a thread that is running, or could.
const taskRunning = 0

// The kernel's view of threads: the fields that the programs read, which the loader finds in the running kernel.
type bpfCoreTaskStruct struct {
	Pid  int32
	Tgid int32
	// Before Linux 5.14 it had another name and type.
	__state uint32
}

// The same in older kernels; what follows three underscores only tells it apart.
type bpfCoreTaskStruct___old struct {
	State int64
}

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

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// Since when each waiting thread could run, in nanoseconds.
var waiting = bpfMapDef{
	Type:       mapTypeLRUHash,
	KeySize:    uint32(unsafe.Sizeof(int32(0))),
	ValueSize:  uint32(unsafe.Sizeof(uint64(0))),
	MaxEntries: 16384,
}

// The number of waits, by length.
var histogram = bpfMapDef{
	Type:       mapTypePerCPUArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(uint64(0))),
	MaxEntries: bars,
}

// If not zero, only threads of this process count; user space sets it before loading.
//
//go:section .rodata
var onlyPID int32

func bpfKtimeGetNs() uint64
func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m, key unsafe.Pointer) int64

// A question that the loader answers from the types of the running kernel.
func bpfCoreFieldExists(field unsafe.Pointer) bool

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

func state(task *bpfCoreTaskStruct) uint64 {
	if bpfCoreFieldExists(unsafe.Pointer(&task.__state)) {
		return uint64(task.__state)
	}
	return uint64((*bpfCoreTaskStruct___old)(unsafe.Pointer(task)).State)
}

// begin notes since when a thread could run.
func begin(task *bpfCoreTaskStruct) {
	thread := task.Pid
	// The idle threads of the CPUs are all number 0, and never wait.
	if thread == 0 || onlyPID != 0 && task.Tgid != onlyPID {
		return
	}
	now := bpfKtimeGetNs()
	bpfMapUpdateElem(unsafe.Pointer(&waiting), unsafe.Pointer(&thread), unsafe.Pointer(&now), 0)
}

// end counts the wait of a thread that gets a CPU.
func end(task *bpfCoreTaskStruct) {
	thread := task.Pid
	since := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&waiting), unsafe.Pointer(&thread)))
	if since == nil {
		return
	}
	microseconds := (bpfKtimeGetNs() - *since) / 1000
	bpfMapDeleteElem(unsafe.Pointer(&waiting), unsafe.Pointer(&thread))
	bar := min(uint32(bits.Len64(microseconds)), bars-1)
	count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&histogram), unsafe.Pointer(&bar)))
	if count != nil {
		*count++
	}
}

func main() {}
