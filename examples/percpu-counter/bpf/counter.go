//go:build tinygo

// A tracepoint program that counts system calls, on each CPU for itself.
package main

import "unsafe"

// BPF_MAP_TYPE_PERCPU_ARRAY in linux/bpf.h.
const mapTypePerCPUArray = 6

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// How many system call numbers are counted one by one; higher ones share the last entry.
const syscalls = 512

// The number of calls, by the number of the system call.
var calls = bpfMapDef{
	Type:       mapTypePerCPUArray,
	KeySize:    uint32(unsafe.Sizeof(uint32(0))),
	ValueSize:  uint32(unsafe.Sizeof(uint64(0))),
	MaxEntries: syscalls,
}

// What the tracepoint hands to the program: see the `format` file of raw_syscalls/sys_enter in tracefs.
type rawSysEnter struct {
	_    [8]byte
	ID   int64
	Args [6]uint64
}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export count_syscalls
//go:section tracepoint/raw_syscalls/sys_enter
func countSyscalls(args *rawSysEnter) int32 {
	key := uint32(args.ID)
	if key >= syscalls {
		key = syscalls - 1
	}
	count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&calls), unsafe.Pointer(&key)))
	if count != nil {
		*count++
	}
	return 0
}

func main() {}
