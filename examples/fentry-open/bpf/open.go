//go:build tinygo

// Programs at the beginning and the end of a kernel function, which report each file that is opened and how long it took.
package main

import "unsafe"

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypeLRUHash = 9
	mapTypeRingBuf = 27
)

// The arguments of do_sys_openat2 (fs/open.c) and, at its end, the result. The kernel hands over eight bytes for each, and knows
// their types: How may be read like memory of the program's own.
type openArgs struct {
	Directory int64
	// Path is an address in the process's memory.
	Path   uintptr
	How    *openHow
	Result int64
}

// struct open_how in linux/openat2.h.
type openHow struct {
	Flags   uint64
	Mode    uint64
	Resolve uint64
}

// OpenEvent is one record of the ring buffer.
type OpenEvent struct {
	PID uint32
	UID uint32
	// Nanoseconds that the kernel took.
	Nanoseconds uint64
	// Flags are those of open(2).
	Flags uint64
	// Result is a file descriptor, or an error number below zero.
	Result int32
	_      [4]byte
	Comm   [16]byte
	Path   [200]byte
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// When the threads that are opening a file began. A thread that ends meanwhile leaves its entry: such a map drops the oldest.
var started = bpfMapDef{
	Type:       mapTypeLRUHash,
	KeySize:    uint32(unsafe.Sizeof(uint64(0))),
	ValueSize:  uint32(unsafe.Sizeof(uint64(0))),
	MaxEntries: 4096,
}

var events = bpfMapDef{Type: mapTypeRingBuf, MaxEntries: 256 * 1024}

// If not zero, only this process is reported; user space sets it before loading.
//
//go:section .rodata
var onlyPID uint32

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfKtimeGetNs() uint64
func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfProbeReadUserStr(dst unsafe.Pointer, size uint32, src uintptr) int64
func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//export open_begins
//go:section fentry/do_sys_openat2
func openBegins(args *openArgs) int32 {
	thread := bpfGetCurrentPidTgid()
	if onlyPID != 0 && uint32(thread>>32) != onlyPID {
		return 0
	}
	now := bpfKtimeGetNs()
	bpfMapUpdateElem(unsafe.Pointer(&started), unsafe.Pointer(&thread), unsafe.Pointer(&now), 0)
	return 0
}

//export open_ends
//go:section fexit/do_sys_openat2
func openEnds(args *openArgs) int32 {
	thread := bpfGetCurrentPidTgid()
	start := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&started), unsafe.Pointer(&thread)))
	if start == nil {
		// It began before the programs came, or is not to be reported.
		return 0
	}
	nanoseconds := bpfKtimeGetNs() - *start
	bpfMapDeleteElem(unsafe.Pointer(&started), unsafe.Pointer(&thread))
	// Before there is a record, which a nil pointer would have to give back.
	flags := args.How.Flags
	event := (*OpenEvent)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(OpenEvent{})), 0))
	if event == nil {
		return 0
	}
	event.PID = uint32(thread >> 32)
	event.UID = uint32(bpfGetCurrentUidGid())
	event.Nanoseconds = nanoseconds
	event.Flags = flags
	// A long in older kernels, an int in newer ones, which leave the upper half as it was.
	event.Result = int32(args.Result)
	bpfGetCurrentComm(unsafe.Pointer(&event.Comm), uint32(unsafe.Sizeof(event.Comm)))
	// The kernel has just read the path itself, so it is in memory now; at the beginning it might not be.
	bpfProbeReadUserStr(unsafe.Pointer(&event.Path), uint32(unsafe.Sizeof(event.Path)), args.Path)
	bpfRingbufSubmit(unsafe.Pointer(event), 0)
	return 0
}

func main() {}
