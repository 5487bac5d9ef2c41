package main

import "unsafe"

type task struct {
	_   [1000]byte
	pid int32
}

func bpfGetCurrentTask() unsafe.Pointer

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	t := (*task)(bpfGetCurrentTask())
	return t.pid // ERROR: this follows what bpf_get_current_task returns
}

func main() {}
