package main

import _ "unsafe"

type bpfCoreTaskStruct struct {
	Pid    int32
	Parent *bpfCoreTaskStruct
}

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct

//export prog
//go:section tp_btf/sched_switch
func prog(ctx *[3]*bpfCoreTaskStruct) int32 {
	task := bpfGetCurrentTaskBtf()
	task.Pid = 0         // ERROR: BPF_PROG_TYPE_TRACING
	task.Parent.Pid += 1 // ERROR: writes to a kernel object
	ctx[1].Parent = task // ERROR: writes to a kernel object
	return 0
}

func main() {}
