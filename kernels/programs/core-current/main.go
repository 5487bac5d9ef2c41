// Reads of the current task in place, as bpf_get_current_task_btf hands it out.
package main

import "unsafe"

//go:section .rodata
var onlyPID uint32

type bpfCoreTaskStruct struct {
	Comm        [16]byte
	GroupLeader *bpfCoreTaskStruct
	RealParent  *bpfCoreTaskStruct
	StaticPrio  int32
	Mm          *bpfCoreMmStruct
	Pid, Tgid   int32
}

type bpfCoreMmStruct struct {
	// Numbers in C, whatever they are in Go.
	StartStack uint64
	EnvEnd     uint64
}

// The arguments of sys_enter: TP_PROTO in include/trace/events/syscalls.h.
type arguments struct {
	registers unsafe.Pointer
	id        int64
}

var found struct {
	Tgid, Pid, Parent, Leader, StaticPrio, Comm uint32
	StartStack, EnvEnd                          uint64
}

// getppid.
const number = 110

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct

//export on_call
//go:section tp_btf/sys_enter
func onCall(args *arguments) int32 {
	task := bpfGetCurrentTaskBtf()
	if args.id != number || task.Tgid != int32(onlyPID) {
		return 0
	}
	found.Tgid = uint32(task.Tgid)
	found.Pid = uint32(task.Pid)
	found.Parent = parent(task)
	found.Leader = uint32(task.GroupLeader.Pid)
	found.StaticPrio = uint32(task.StaticPrio)
	found.Comm = uint32(task.Comm[0]) | uint32(task.Comm[1])<<8
	if mm := task.Mm; mm != nil {
		found.StartStack = mm.StartStack
		found.EnvEnd = mm.EnvEnd
	}
	return 0
}

//go:noinline
func parent(task *bpfCoreTaskStruct) uint32 {
	return uint32(task.RealParent.Tgid)
}

func main() {}
