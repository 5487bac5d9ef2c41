package main

import "unsafe"

func bpfCopyFromUser(dst unsafe.Pointer, size uint32, from uintptr) int64
func bpfImaFileHash(file, dst unsafe.Pointer, size uint32) int64

var seen uint64

//export enter
//go:section fentry/do_sys_openat2
func enter(ctx *[4]uintptr) int32 {
	var value uint64
	bpfCopyFromUser(unsafe.Pointer(&value), 8, ctx[1]) // ERROR: `bpfCopyFromUser` may sleep, and programs in section `fentry` may not
	seen = value
	return 0
}

//export enter_asleep
//go:section fentry.s/do_sys_openat2
func enterAsleep(ctx *[4]uintptr) int32 {
	var value uint64
	bpfCopyFromUser(unsafe.Pointer(&value), 8, ctx[1])
	seen = value
	return 0
}

//export probe
//go:section kprobe/do_sys_openat2
func probe(ctx *[21]uintptr) int32 {
	var value uint64
	bpfCopyFromUser(unsafe.Pointer(&value), 8, ctx[13]) // ERROR: `bpfCopyFromUser` may sleep, and programs in section `kprobe` may not
	seen = value
	return 0
}

//export measure
//go:section lsm/file_open
func measure(ctx *[1]unsafe.Pointer) int32 {
	var hash [32]byte
	bpfImaFileHash(ctx[0], unsafe.Pointer(&hash), 32) // ERROR: `bpfImaFileHash` may sleep, and programs in section `lsm` may not
	seen = uint64(hash[0])
	return 0
}

//export end
//go:section lsm.s/task_free
func end(ctx *uint64) int32 { // ERROR: programs of the LSM hook `task_free` may not sleep, and section `lsm.s/task_free` says that this one does
	return 0
}

func main() {}
