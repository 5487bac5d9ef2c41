// Views of kernel structs whose types only the sources tell: TinyGo describes no type of a variable on its heap, and no tag.
package main

import (
	"unsafe"

	k "programs/views/kern"
)

// What the programs found.
var found struct {
	Tgid, Pid, Parent, Uid, Missing, Comm, Other, Generic, Kept, Nested uint32
}

// pair holds any two things.
type pair[T any] struct {
	first, second T
}

func bpfGetCurrentTask() unsafe.Pointer
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfCoreFieldExists(field unsafe.Pointer) int32

// read is a function of any type, read from the kernel.
func read[T any](from *T) T {
	var value T
	bpfProbeReadKernel(unsafe.Pointer(&value), uint32(unsafe.Sizeof(value)), unsafe.Pointer(from))
	return value
}

// keeper is a struct of Go's that points to one of the kernel's.
type keeper struct {
	task *k.BpfCoreTaskStruct
	n    uint32
}

func (kept *keeper) tgid() uint32 {
	return uint32(kept.task.Tgid) + kept.n
}

//export views
//go:section raw_tp/sys_enter
func views(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTask()
	if task == nil {
		return 0
	}
	var core bpfCoreTaskStruct
	bpfProbeReadKernel(unsafe.Pointer(&core), uint32(unsafe.Sizeof(core)), task)
	found.Tgid = uint32(core.Group)
	found.Pid = uint32(core.Pid)
	found.Missing = 1
	if bpfCoreFieldExists(unsafe.Pointer(&core.Nothing)) == 0 {
		found.Missing = 0
	}
	found.Comm = uint32(core.Name[0]) | uint32(core.Name[1])<<8
	found.Uid = core.Cred.Uid.Val
	return 0
}

//export more
//go:section raw_tp/sys_exit
func more(ctx unsafe.Pointer) int32 {
	var other k.BpfCoreTaskStruct
	task := bpfGetCurrentTask()
	bpfProbeReadKernel(unsafe.Pointer(&other), uint32(unsafe.Sizeof(other)), task)
	found.Other = uint32(other.Tgid)
	view := (*k.BpfCoreTaskStruct)(task)
	found.Parent = uint32(read(&view.RealParent.Tgid))
	both := pair[*k.BpfCoreTaskStruct]{view, view.RealParent}
	found.Generic = uint32(both.first.Tgid) - uint32(both.second.Tgid)
	kept := keeper{view, 1}
	found.Kept = kept.tgid()
	get := kept.tgid
	found.Nested = get() + view.Own()
	return 0
}

func main() {}
