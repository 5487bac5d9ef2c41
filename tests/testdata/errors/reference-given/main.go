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

//export may_be_nil
//go:section tp_btf/task_newtask
func mayBeNil(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(1)
	bpfKfuncBpfTaskRelease(task) // ERROR: `bpfKfuncBpfTaskRelease` is given what `bpfKfuncBpfTaskFromPid` gave it .*, which can be nil
	return 0
}

func main() {}
