// RECORDED
package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Pid          int32
	NoSuchNumber uint32
}

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct

//export prog
//go:section raw_tp/sys_enter
func prog(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTaskBtf()
	if task.Pid == 1 {
		return 0
	}
	return int32(task.NoSuchNumber) // REFUSED: failed-relocation
}

func main() {}

// EXPLAINED: no_such_number`
