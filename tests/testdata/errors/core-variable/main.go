package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Pid    int32
	Tgid   int32
	Parent *bpfCoreTaskStruct
}

type event struct {
	task bpfCoreTaskStruct
	n    uint64
}

var last event // ERROR: holds `bpfCoreTaskStruct`

var seen bpfCoreTaskStruct

var asked bpfCoreTaskStruct

func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64

func bpfGetCurrentTask() *bpfCoreTaskStruct

func bpfCoreTypeExists(t unsafe.Pointer) bool

//go:noinline
func tgid(task *bpfCoreTaskStruct) int32 {
	return task.Tgid
}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx *uint64) int32 {
	task := bpfGetCurrentTask()
	seen.Pid = 3 // ERROR: can only be asked about
	if !bpfCoreTypeExists(unsafe.Pointer(&asked)) {
		return 1
	}
	last.n++
	var part bpfCoreTaskStruct
	bpfProbeReadKernel(unsafe.Pointer(&part), 8, unsafe.Pointer(task)) // ERROR: another number of bytes
	var whole bpfCoreTaskStruct
	bpfProbeReadKernel(unsafe.Pointer(&whole), uint32(unsafe.Sizeof(whole)), unsafe.Pointer(task))
	return tgid(&whole) + part.Pid // ERROR: address of a copy
}

func main() {}
