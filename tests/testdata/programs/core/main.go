// Reads of kernel structs, which lie differently in each kernel.
package main

import "unsafe"

type bpfCoreTaskStruct struct {
	// In another order than the kernel's.
	Comm        [16]byte
	RealParent  *bpfCoreTaskStruct
	GroupLeader *bpfCoreTaskStruct
	Tgid        int32
	Pid         int32
	Thread      uint64
	Children    bpfCoreListHead
	Cred        *bpfCoreCred
	NoSuchField uint32
}

type bpfCoreListHead struct {
	Next *bpfCoreListHead
	Prev *bpfCoreListHead
}

// The same layout as the identifier's, in Go.
type word struct {
	n uint32
}

type bpfCoreCred struct {
	// A struct around a number.
	Uid bpfCoreKuidT
}

type bpfCoreKuidT struct {
	Val uint32
}

type bpfCoreNoSuchStruct struct {
	Field uint32
}

//go:extern __bpf_core_task_struct
var _coreTaskStruct bpfCoreTaskStruct

// A view of the same struct: numbers of another width than the kernel's, an optional field, and a nested struct.
type bpfCoreTaskStruct___copy struct {
	NoSuchField uint32
	Tgid        int64
	Comm        [16]byte
	Children    bpfCoreListHead
	Pid         int16
	Mm          unsafe.Pointer
	Cred        *bpfCoreCred
	ExitCode    int64
	NotUsed     uint64
}

// What `copy_task` read.
var copied struct {
	Tgid, Pid, Uid, Missing, Result, ExitCode uint32
	Comm                                      [16]byte
	Value, HasChildren                        uint32
}

// What the program read.
var read struct {
	Tgid, Pid, ParentTgid, LeaderPid int32
	Uid                              uint32
	// Bits for what exists, from the lowest: a field, a missing field, a struct, a missing struct.
	Exists uint32
	// Of the task's command, and of the task.
	CommSize, CommOffset, TaskSize uint32
	// The parent's children, counted.
	Siblings uint32
	Comm     [16]byte
	Leader   uint32
	Letter   uint32
}

//go:extern bpf_get_current_task
func bpfGetCurrentTask() uint64

//go:extern bpf_probe_read_kernel
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64

//go:extern bpf_core_field_exists
func bpfCoreFieldExists(field unsafe.Pointer) int32

//go:extern bpf_core_type_exists
func bpfCoreTypeExists(typePtr unsafe.Pointer) int32

func bpfCoreFieldSize(field unsafe.Pointer) uint32

//go:linkname fieldOffset bpf_core_field_offset
func fieldOffset(field unsafe.Pointer) uint32

func bpfCoreTypeSize(t unsafe.Pointer) uint32

//go:noinline
func parentTgid(task *bpfCoreTaskStruct) int32 {
	return task.RealParent.Tgid
}

func (task *bpfCoreTaskStruct) leaderPid() int32 {
	return task.GroupLeader.Pid
}

//go:noinline
func letter(task *bpfCoreTaskStruct, i uint32) byte {
	return task.Comm[i&15]
}

//go:noinline
func double(w *word) {
	w.n *= 2
}

func count(head *bpfCoreListHead) uint32 {
	n := uint32(0)
	at := head.Next
	for i := 0; i < 1000 && at != head; i++ {
		n++
		at = at.Next
	}
	return n
}

//export read_task
//go:section raw_tp/sys_enter
func readTask(ctx *[2]uint64) int32 {
	task := (*bpfCoreTaskStruct)(unsafe.Pointer(uintptr(bpfGetCurrentTask())))
	read.Tgid = task.Tgid
	read.Pid = task.Pid
	read.ParentTgid = parentTgid(task)
	read.LeaderPid = task.leaderPid()
	read.Uid = task.Cred.Uid.Val
	bpfProbeReadKernel(unsafe.Pointer(&read.Comm), uint32(unsafe.Sizeof(read.Comm)), unsafe.Pointer(&task.Comm))
	read.Letter = uint32(letter(task, uint32(ctx[1])))
	read.Exists = 0
	if bpfCoreFieldExists(unsafe.Pointer(&task.Cred)) != 0 {
		read.Exists |= 1
	}
	if bpfCoreFieldExists(unsafe.Pointer(&task.NoSuchField)) != 0 {
		read.Exists |= 2
		read.Exists |= task.NoSuchField << 8
	}
	if bpfCoreTypeExists(unsafe.Pointer(&_coreTaskStruct)) != 0 {
		read.Exists |= 4
	}
	var missing *bpfCoreNoSuchStruct
	if bpfCoreTypeExists(unsafe.Pointer(missing)) != 0 {
		read.Exists |= 8
	}
	read.CommSize = bpfCoreFieldSize(unsafe.Pointer(&task.Comm))
	read.CommOffset = fieldOffset(unsafe.Pointer(&task.Comm))
	read.TaskSize = bpfCoreTypeSize(unsafe.Pointer(task))
	read.Siblings = count(&task.RealParent.Children)
	read.Leader = 0
	if task == task.GroupLeader {
		read.Leader = 1
	}
	doubled := word{read.Siblings}
	double(&doubled)
	read.Siblings = doubled.n
	return 0
}

// Copies of the whole struct, as the guide writes them.
//
//export copy_task
//go:section raw_tp/sys_exit
func copyTask(ctx *[2]uint64) int32 {
	task := unsafe.Pointer(uintptr(bpfGetCurrentTask()))
	var core bpfCoreTaskStruct___copy
	if bpfProbeReadKernel(unsafe.Pointer(&core), uint32(unsafe.Sizeof(core)), task) != 0 {
		return 1
	}
	copied.Tgid = uint32(core.Tgid)
	if core.Tgid < 0 {
		copied.Tgid = 0
	}
	copied.Pid = uint32(uint16(core.Pid))
	copied.Comm = core.Comm
	copied.Uid = core.Cred.Uid.Val
	copied.ExitCode = uint32(core.ExitCode)
	copied.Missing = 7
	if bpfCoreFieldExists(unsafe.Pointer(&core.NoSuchField)) == 0 {
		copied.Missing = core.NoSuchField
	}
	copied.HasChildren = 0
	if core.Children.Next != core.Children.Prev {
		copied.HasChildren = 1
	}
	copied.Value = byValue(*(*bpfCoreTaskStruct___copy)(task))
	copied.Result = uint32(bpfProbeReadKernel(unsafe.Pointer(&core), uint32(unsafe.Sizeof(core)), nil))
	return 0
}

func byValue(task bpfCoreTaskStruct___copy) uint32 {
	return uint32(task.Tgid) + uint32(task.Comm[1])
}

func main() {}
