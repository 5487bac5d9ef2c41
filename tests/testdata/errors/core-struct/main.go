package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Pid  int32
	Tgid int32
}

func bpfGetCurrentTask() uint64

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	if task := (*bpfCoreTaskStruct)(unsafe.Pointer(uintptr(bpfGetCurrentTask()))); task.Tgid != 0 { // ERROR: CO-RE
		return 1
	}
	return 0
}

func main() {}
