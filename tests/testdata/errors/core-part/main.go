package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Pid  int32
	Comm [16]byte
}

var out uint32

func bpfGetCurrentTask() unsafe.Pointer

//go:noinline
func load(number *int32) uint32 {
	return uint32(*number)
}

//export prog
//go:section raw_tp/sys_enter
func prog(ctx unsafe.Pointer) int32 {
	task := (*bpfCoreTaskStruct)(bpfGetCurrentTask())
	own := int32(1)
	out = load(&own)
	out += load(&task.Pid) // ERROR: `load` gets the address of a part of a kernel object here
	return 0
}

func main() {}
