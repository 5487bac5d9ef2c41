package main

import "unsafe"

type bpfCoreTaskStruct struct{ Pid int32 }

func bpfKfuncBpfTaskFromPid(pid int32) *bpfCoreTaskStruct
func bpfKfuncBpfTaskRelease(task *bpfCoreTaskStruct)
func bpfKfuncBpfCopyFromUserStr(dst unsafe.Pointer, size uint32, from unsafe.Pointer, flags uint64) int32

//export enter
//go:section fentry/do_sys_openat2
func enter(ctx *[4]unsafe.Pointer) int32 {
	var name [16]byte
	bpfKfuncBpfCopyFromUserStr(unsafe.Pointer(&name), 16, ctx[1], 0) // ERROR: `bpfKfuncBpfCopyFromUserStr` may sleep, and programs in section `fentry` may not
	last = name[0]
	return 0
}

//export enter_asleep
//go:section fentry.s/do_sys_openat2
func enterAsleep(ctx *[4]unsafe.Pointer) int32 {
	var name [16]byte
	bpfKfuncBpfCopyFromUserStr(unsafe.Pointer(&name), 16, ctx[1], 0)
	last = name[0]
	return 0
}

//export first
//go:section kprobe/do_exit
func first(ctx unsafe.Pointer) int32 {
	if task := bpfKfuncBpfTaskFromPid(1); task != nil { // ERROR: `bpfKfuncBpfTaskFromPid` is no kfunc of programs in section `kprobe`
		bpfKfuncBpfTaskRelease(task) // ERROR: `bpfKfuncBpfTaskRelease` is no kfunc of programs in section `kprobe`
	}
	return 0
}

//export switched
//go:section tp_btf/sched_switch
func switched(ctx unsafe.Pointer) int32 {
	if task := bpfKfuncBpfTaskFromPid(1); task != nil {
		bpfKfuncBpfTaskRelease(task)
	}
	return 0
}

var last byte

func main() {}
