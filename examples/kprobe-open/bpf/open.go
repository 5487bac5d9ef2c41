//go:build tinygo

// A kprobe that reports each file that a process is about to open.
package main

import "unsafe"

// BPF_MAP_TYPE_RINGBUF in linux/bpf.h.
const mapTypeRingBuf = 27

// OpenEvent is one record of the ring buffer.
type OpenEvent struct {
	PID uint32
	UID uint32
	// Flags are those of open(2).
	Flags uint64
	Comm  [16]byte
	Path  [200]byte
}

// struct open_how in linux/openat2.h, in the kernel's memory.
type bpfCoreOpenHow struct {
	Flags uint64
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var events = bpfMapDef{Type: mapTypeRingBuf, MaxEntries: 256 * 1024}

// If not zero, only this process is reported; user space sets it before loading.
//
//go:section .rodata
var onlyPID uint32

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfProbeReadUserStr(dst unsafe.Pointer, size uint32, src uintptr) int64
func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

// long do_sys_openat2(int dfd, const char __user *filename, struct open_how *how), in fs/open.c.
//
//export trace_open
//go:section kprobe/do_sys_openat2
func traceOpen(registers unsafe.Pointer) int32 {
	pid := uint32(bpfGetCurrentPidTgid() >> 32)
	if onlyPID != 0 && pid != onlyPID {
		return 0
	}
	arguments := argumentsOf(registers)
	path := uintptr(arguments[1])
	how := (*bpfCoreOpenHow)(unsafe.Pointer(uintptr(arguments[2])))
	// A kprobe knows no types: this read is a call of bpf_probe_read_kernel.
	flags := how.Flags
	event := (*OpenEvent)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(OpenEvent{})), 0))
	if event == nil {
		return 0
	}
	event.PID = pid
	event.UID = uint32(bpfGetCurrentUidGid())
	event.Flags = flags
	bpfGetCurrentComm(unsafe.Pointer(&event.Comm), uint32(unsafe.Sizeof(event.Comm)))
	event.Path[0] = 0
	bpfProbeReadUserStr(unsafe.Pointer(&event.Path), uint32(unsafe.Sizeof(event.Path)), path)
	bpfRingbufSubmit(unsafe.Pointer(event), 0)
	return 0
}

func main() {}
