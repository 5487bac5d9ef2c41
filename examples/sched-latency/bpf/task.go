package main

import "unsafe"

// The kernel's view of threads: the fields that the programs read, which the loader finds in the running kernel.
type bpfCoreTaskStruct struct {
	Pid  int32
	Tgid int32
	// Before Linux 5.14 it had another name and type.
	__state uint32
}

// The same in older kernels; what follows three underscores only tells it apart.
type bpfCoreTaskStruct___old struct {
	State int64
}

func state(task *bpfCoreTaskStruct) uint64 {
	if hasNewState(task) {
		return uint64(task.__state)
	}
	return uint64((*bpfCoreTaskStruct___old)(unsafe.Pointer(task)).State)
}
