// Global functions whose parameters have tags: memory that is never nil, and objects of the kernel.
package main

import "unsafe"

type (
	bpfArgNonnull[T any]  *T
	bpfArgTrustedTask     *bpfCoreTaskStruct
	bpfArgTrustedNullable *bpfCoreTaskStruct
)

type bpfCoreTaskStruct struct {
	Tgid       int32
	RealParent *bpfCoreTaskStruct
}

// Pair is memory of the program's own.
type Pair struct{ A, B uint64 }

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct

var (
	// What the program found.
	sum    uint64
	own    int32
	none   int32
	parent int32

	// What user space sets: the divisor of a division, 0 for a panic.
	divisor uint64 = 1
)

// No check of nil is needed, and none is in the code.
//
//export add
//go:section .text
func add(pair bpfArgNonnull[Pair]) uint32 {
	return uint32(pair.A + pair.B)
}

//export divide
//go:section .text
func divide(pair bpfArgNonnull[Pair], by uint64) uint32 {
	return uint32(pair.A / by)
}

// The kernel lets read the task directly.
//
//export tgid_of
//go:section .text
func tgidOf(task bpfArgTrustedTask) int32 {
	return task.Tgid
}

//export tgid_or
//go:section .text
func tgidOr(task bpfArgTrustedNullable, other int32) int32 {
	if task == nil {
		return other
	}
	return task.Tgid
}

//export read
//go:section tp_btf/sys_enter
func read(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTaskBtf()
	pair := Pair{A: 40, B: 2}
	sum = uint64(add(&pair)) + uint64(divide(&pair, divisor))
	own = tgidOf(task)
	none = tgidOr(nil, -7)
	parent = tgidOr(task, -7)
	return 0
}

func main() {}
