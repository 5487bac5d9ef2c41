package main

import "unsafe"

type bpfCoreTaskStruct struct{ Pid int32 }

func bpfCoreFieldExists(field unsafe.Pointer) bool

var task bpfCoreTaskStruct

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	if bpfCoreFieldExists(unsafe.Pointer(&task.Pid)) { // ERROR: CO-RE
		return 1
	}
	return 0
}

func main() {}
