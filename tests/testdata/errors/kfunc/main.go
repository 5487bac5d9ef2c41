package main

import "unsafe"

func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

//export prog
//go:section tp_btf/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(1) // ERROR: kfunc
	if task != nil {
		bpfKfuncBpfTaskRelease(task) // ERROR: kfunc
	}
	return 0
}

func main() {}
