package main

import "unsafe"

func bpfProbeReadUser(dst unsafe.Pointer, size uint32, from uintptr) int64
func bpfKtimeGetNs() uint64
func bpfGetCurrentTask() uintptr
func bpfGetCurrentPidTgid() uint64

type bpfCoreTaskStruct struct{ Pid int32 }

//go:section license
var license = "MIT"

var last uint64

//export on_open
//go:section kprobe/vfs_open
func onOpen(ctx *[21]uintptr) int32 {
	var value uint64
	bpfProbeReadUser(unsafe.Pointer(&value), 8, ctx[14]) // ERROR: `bpfProbeReadUser` is for programs whose licence is compatible with the GPL, and it is "MIT"
	last = bpfGetCurrentPidTgid() + value
	last += bpfKtimeGetNs()
	return 0
}

//export on_switch
//go:section tp/sched/sched_switch
func onSwitch(ctx unsafe.Pointer) int32 {
	task := (*bpfCoreTaskStruct)(unsafe.Pointer(bpfGetCurrentTask())) // ERROR: `bpfGetCurrentTask` is for programs whose licence
	last = uint64(task.Pid)                                           // ERROR: `bpfProbeReadKernel` is for programs whose licence
	return 0
}

func main() {}
