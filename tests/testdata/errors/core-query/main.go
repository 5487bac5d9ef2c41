package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Pid  int32
	Comm [16]byte
}

type event struct {
	pid, tgid int32
}

func bpfCoreFieldExists(field unsafe.Pointer) bool

func bpfCoreFieldExist(field unsafe.Pointer) bool

func bpfCoreTypeSize(size uint32) uint32

func bpfCoreEnumValue(enum, enumerator string) uint64

func bpfGetCurrentTask() *bpfCoreTaskStruct

var names [2]string

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx *event) int32 {
	task := bpfGetCurrentTask()
	if bpfCoreFieldExists(unsafe.Pointer(&ctx.tgid)) { // ERROR: no field of a CO-RE struct
		return 1
	}
	if bpfCoreFieldExists(unsafe.Pointer(task)) { // ERROR: no field of a CO-RE struct
		return 1
	}
	if bpfCoreFieldExists(unsafe.Pointer(&task.Comm[ctx.pid&15])) { // ERROR: an element that is not known
		return 1
	}
	if bpfCoreFieldExist(unsafe.Pointer(&task.Pid)) { // ERROR: CO-RE has no question `bpfCoreFieldExist`
		return 1
	}
	if bpfCoreTypeSize(4) > 8 { // ERROR: declared with other parameters
		return 1
	}
	if bpfCoreEnumValue("bpf_map_type", names[ctx.pid&1]) > 8 { // ERROR: must be constants
		return 1
	}
	return 0
}

func main() {}
