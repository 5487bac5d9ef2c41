// Looks for the memory area around an address of the process that makes system calls.
package main

import "unsafe"

type found struct {
	Calls, Address uint64
}

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentTaskBtf() unsafe.Pointer
func bpfFindVma(task unsafe.Pointer, address uint64, fn func(task, vma unsafe.Pointer, f *found) int64, f *found, flags uint64) int64

var pid uint32
var address uint64
var hits, misses uint64

//export find
//go:section raw_tp/sys_enter
func find(ctx unsafe.Pointer) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) != pid {
		return 0
	}
	f := found{Address: address}
	if bpfFindVma(bpfGetCurrentTaskBtf(), address, area, &f, 0) == 0 {
		hits += f.Calls
	} else {
		misses++
	}
	return 0
}

func area(task, vma unsafe.Pointer, f *found) int64 {
	f.Calls++
	return 0
}

func main() {}
