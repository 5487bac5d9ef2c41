// Reads that walk on from fields of kernel structs: slices of them, and addresses that functions get.
package main

import "unsafe"

type bpfCoreTaskStruct struct {
	Comm      [16]byte
	Pid, Tgid int32
}

// What the program found.
var found struct {
	Sum, Loaded, Copied uint32
	Name                [16]byte
}

func bpfGetCurrentTask() *bpfCoreTaskStruct

// load gets only addresses in kernel objects.
//
//go:noinline
func load(number *int32) uint32 {
	return uint32(*number)
}

func sum(bytes []byte) uint32 {
	n := uint32(0)
	for _, b := range bytes {
		n += uint32(b)
	}
	return n
}

//export walk
//go:section raw_tp/sys_enter
func walk(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTask()
	found.Copied = uint32(copy(found.Name[:], task.Comm[:]))
	found.Sum = 0
	for i, b := range task.Comm[1:9] {
		if i&1 == 0 {
			found.Sum += uint32(b)
		}
	}
	found.Sum += sum(task.Comm[:4]) << 16
	found.Loaded = load(&task.Tgid) + load(&task.Pid)
	return 0
}

func main() {}
