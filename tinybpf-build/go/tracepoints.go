package bpf

import "unsafe"

// Tracepoint is the context of a `tracepoint` program: T has the fields that the file `format` of the tracepoint lists (in
// /sys/kernel/tracing/events) behind the four `common_` ones, which programs cannot read.
type Tracepoint[T any] struct {
	_      [8]byte
	Fields T
}

// SysEnter is the context of programs on `syscalls/sys_enter_…`.
type SysEnter struct {
	_  [8]byte
	NR int32
	_  int32
	// Args are the arguments of the system call.
	Args [6]uint64
}

// SysExit is the context of programs on `syscalls/sys_exit_…`.
type SysExit struct {
	_  [8]byte
	NR int32
	_  int32
	// Ret is what the system call returns: an error number below zero, where it failed.
	Ret int64
}

// RawSysEnter are the fields of `raw_syscalls/sys_enter`.
type RawSysEnter struct {
	ID   int64
	Args [6]uint64
}

// RawSysExit are the fields of `raw_syscalls/sys_exit`.
type RawSysExit struct {
	ID, Ret int64
}

// SchedSwitch are the fields of `sched/sched_switch`.
type SchedSwitch struct {
	PrevComm  [16]byte
	PrevPID   int32
	PrevPrio  int32
	PrevState int64
	NextComm  [16]byte
	NextPID   int32
	NextPrio  int32
}

// DataLoc is a field of a tracepoint whose data, such as a string, lies behind the fields: `__data_loc` in its format.
type DataLoc uint32

// Len is the size of the data in bytes, the zero byte of strings included.
func (l DataLoc) Len() uint32 { return uint32(l) >> 16 }

// DataAt returns the address of the data of a field, for ProbeReadKernelStr and ProbeReadKernel.
func DataAt[T any](ctx *Tracepoint[T], field DataLoc) unsafe.Pointer {
	return unsafe.Add(unsafe.Pointer(ctx), uint32(field)&0xffff)
}
