package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

type event struct{ time, pid uint64 }

type tuple struct {
	source, destination         uint32
	sourcePort, destinationPort uint16
}

func bpfKtimeGetNs() uint64
func bpfGetPrandomU32() uint32
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)
func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64
func bpfSkcLookupTcp(ctx, tuple unsafe.Pointer, size uint32, netns, flags uint64) unsafe.Pointer
func bpfSkRelease(sock unsafe.Pointer) int64
func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)
func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()

var programs = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 1}

//export never_submitted
//go:section tracepoint/sched/sched_switch
func neverSubmitted(ctx unsafe.Pointer) int32 {
	e := (*event)(bpfRingbufReserve(unsafe.Pointer(&events), 16, 0)) // ERROR: nothing gives back what `bpfRingbufReserve` acquires here \(the program ends at main\.go:39:2\)
	if e == nil {
		return 0
	}
	e.time = bpfKtimeGetNs()
	return 0
}

//export sometimes_submitted
//go:section tracepoint/sched/sched_switch
func sometimesSubmitted(ctx unsafe.Pointer) int32 {
	e := (*event)(bpfRingbufReserve(unsafe.Pointer(&events), 16, 0))
	if e == nil {
		return 0
	}
	if e.time = bpfKtimeGetNs(); e.time < 1000 {
		return 0 // ERROR: still has what `bpfRingbufReserve` gave it at main\.go:45:33 returns here
	}
	bpfRingbufSubmit(unsafe.Pointer(e), 0)
	return 0
}

// With one return for all ways.
//
//export in_a_branch
//go:section tracepoint/sched/sched_switch
func inABranch(ctx unsafe.Pointer) int32 {
	e := reserve()
	if e != nil {
		e.time = bpfKtimeGetNs()
		if bpfGetPrandomU32() > 7 {
			bpfRingbufSubmit(unsafe.Pointer(e), 0)
		}
	}
	return 0 // ERROR: still has what `bpfRingbufReserve` gave it at main\.go:72:35 returns here
}

func reserve() *event {
	return (*event)(bpfRingbufReserve(unsafe.Pointer(&events), 16, 0))
}

//export leaves
//go:section tracepoint/sched/sched_switch
func leaves(ctx unsafe.Pointer) int32 {
	e := reserve()
	if e == nil {
		return 0
	}
	bpfTailCall(ctx, unsafe.Pointer(&programs), 0) // ERROR: still has what `bpfRingbufReserve` gave it at main\.go:72:35 leaves here
	bpfRingbufDiscard(unsafe.Pointer(e), 0)
	return 0
}

//export socket_kept
//go:section classifier
func socketKept(ctx unsafe.Pointer) int32 {
	t := tuple{source: 1, destination: 2}
	sock := bpfSkcLookupTcp(ctx, unsafe.Pointer(&t), 12, 0xffffffffffffffff, 0)
	if sock == nil {
		return 0
	}
	if *(*uint32)(sock) == 3 {
		return 2 // ERROR: still has what `bpfSkcLookupTcp` gave it
	}
	bpfSkRelease(sock)
	return 0
}

//export task_kept
//go:section tp_btf/task_newtask
func taskKept(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(1) // ERROR: nothing gives back what `bpfKfuncBpfTaskFromPid` acquires here
	if task == nil {
		return 0
	}
	return 1
}

//export state_kept
//go:section tp_btf/task_newtask
func stateKept(ctx unsafe.Pointer) int32 {
	bpfKfuncBpfRcuReadLock()
	if bpfGetPrandomU32() == 3 {
		return 0 // ERROR: still has the state that `bpfKfuncBpfRcuReadLock` began
	}
	bpfKfuncBpfRcuReadUnlock()
	return 0
}

func main() {}
