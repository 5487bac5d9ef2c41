// How threads of the kernel end: pointers that the verifier follows by their types.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

type bpfCoreTaskStruct struct {
	Pid        int32
	Tgid       int32
	ExitCode   int32
	RealParent *bpfCoreTaskStruct
	Comm       [16]byte
}
type Event struct {
	Pid, Ppid  int32
	Code       int32
	Signal     uint32
	Comm       [16]byte
	ParentComm [16]byte
}

var events = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct
func bpfPerfEventOutput(ctx unsafe.Pointer, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64

//export on_exit
//go:section tp_btf/sched_process_exit
func onExit(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTaskBtf()
	if task.Pid != task.Tgid {
		return 0
	}
	parent := task.RealParent
	e := Event{Pid: task.Pid, Ppid: parent.Pid, Code: task.ExitCode >> 8, Signal: uint32(task.ExitCode & 0x7f), Comm: task.Comm}
	e.ParentComm = parent.Comm
	bpfPerfEventOutput(ctx, unsafe.Pointer(&events), 0xffffffff, unsafe.Pointer(&e), uint64(unsafe.Sizeof(e)))
	return 0
}

func main() {}
