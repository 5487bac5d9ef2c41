// What different passes find, in different functions: all of it is told at once.
// With TinyGo's own runtime, TinyGo stops at `go`.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfCoreTaskStruct struct{ Pid int32 }

var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var queue []uint32
var noEntries = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8} // ERROR: map `noEntries`

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentTask() unsafe.Pointer
func bpfRedirectMap(m unsafe.Pointer, key uint64, flags uint64) int64

//export unknown_section
//go:section xpd
func unknownSection(ctx *uint32) int32 { // ERROR: did you mean "xdp"
	go worker() // ERROR: goroutines
	return 2
}

//export no_section
func noSection(ctx *uint32) int32 { // ERROR: program `no_section` has no section
	queue = append(queue, *ctx) // ERROR: `append`
	return 2
}

func worker() {}

//export lookup
//go:section xdp
func lookup(ctx *uint32) int32 {
	key := uint32(1)
	count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&key)))
	*count++ // ERROR: nil
	return 2
}

//export context
//go:section xdp
func context(ctx *[8]uint32) int32 {
	ctx[3] = 1 // ERROR: writes to the context of program `context`
	return 2
}

//export redirect
//go:section kprobe/do_unlinkat
func redirect(ctx *uint32) int32 {
	return int32(bpfRedirectMap(unsafe.Pointer(&counts), 0, 0)) // ERROR: `bpfRedirectMap` is no helper of programs in section `kprobe` // ERROR: `bpfRedirectMap` does not take map `counts`
}

//export kernel
//go:section fentry/do_unlinkat
func kernel(ctx *uint64) int32 {
	task := (*bpfCoreTaskStruct)(bpfGetCurrentTask())
	task.Pid = 0 // ERROR: writes to a kernel object
	return 0
}

//export stack
//go:section socket
func stack(ctx *uint32) int32 { // ERROR: stack needs 640 bytes of stack
	var buf [640]byte
	for i := range buf {
		buf[i] = byte(*ctx) + byte(i)
	}
	return int32(buf[*ctx&511])
}

func main() {}
