package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfKtimeGetNs() uint64
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)
func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

//export used_late
//go:section tracepoint/sched/sched_switch
func usedLate(ctx unsafe.Pointer) int32 {
	record := (*[2]uint64)(bpfRingbufReserve(unsafe.Pointer(&events), 16, 0))
	if record == nil {
		return 0
	}
	bpfRingbufSubmit(unsafe.Pointer(record), 0)
	record[1] = bpfKtimeGetNs() // ERROR: this uses what `bpfRingbufReserve` gave it at main\.go:19:42 after it was given back
	return 0
}

//export given_twice
//go:section tracepoint/sched/sched_switch
func givenTwice(ctx unsafe.Pointer) int32 {
	record := (*uint64)(bpfRingbufReserve(unsafe.Pointer(&events), 8, 0))
	if record == nil {
		return 0
	}
	*record = 1
	bpfRingbufSubmit(unsafe.Pointer(record), 0)
	bpfRingbufDiscard(unsafe.Pointer(record), 0) // ERROR: `bpfRingbufDiscard` gives back what `bpfRingbufReserve` gave it .* a second time
	return 0
}

//export given_before
//go:section tracepoint/sched/sched_switch
func givenBefore(ctx unsafe.Pointer) int32 {
	record := (*uint64)(bpfRingbufReserve(unsafe.Pointer(&events), 8, 0))
	if record == nil {
		return 0
	}
	if bpfKtimeGetNs() > 7 {
		bpfRingbufDiscard(unsafe.Pointer(record), 0)
	}
	bpfRingbufSubmit(unsafe.Pointer(record), 0) // ERROR: `bpfRingbufSubmit` gives back what `bpfRingbufReserve` gave it .*, and on one way to here it was given back before
	return 0
}

// What was done is asked for.
//
//export given_once
//go:section tracepoint/sched/sched_switch
func givenOnce(ctx unsafe.Pointer) int32 {
	record := (*uint64)(bpfRingbufReserve(unsafe.Pointer(&events), 8, 0))
	if record == nil {
		return 0
	}
	given := false
	if bpfKtimeGetNs() > 7 {
		bpfRingbufDiscard(unsafe.Pointer(record), 0)
		given = true
	}
	if !given {
		bpfRingbufSubmit(unsafe.Pointer(record), 0)
	}
	return 0
}

var known bool
var kept *uint64

//export only_asked
//go:section tp_btf/task_newtask
func onlyAsked(ctx unsafe.Pointer) int32 {
	known = bpfKfuncBpfTaskFromPid(1) != nil // ERROR: nothing gives back what `bpfKfuncBpfTaskFromPid` acquires here
	return 0
}

//export put_away
//go:section tracepoint/sched/sched_switch
func putAway(ctx unsafe.Pointer) int32 {
	kept = (*uint64)(bpfRingbufReserve(unsafe.Pointer(&events), 8, 0)) // ERROR: nothing gives back what `bpfRingbufReserve` acquires here
	return 0
}

//export may_be_nil
//go:section tp_btf/task_newtask
func mayBeNil(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(1)
	bpfKfuncBpfTaskRelease(task) // ERROR: `bpfKfuncBpfTaskRelease` is given what `bpfKfuncBpfTaskFromPid` gave it .*, which can be nil
	return 0
}

func main() {}
