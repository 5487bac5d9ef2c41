//go:build tinygo

// A program of the kernel's security modules that guards files: it denies opening them, or opening them for writing.
package main

import (
	"sync/atomic"
	"unsafe"
)

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypeHash    = 1
	mapTypeRingBuf = 27
)

// EPERM in asm-generic/errno-base.h: what a denied open fails with.
const ePerm = 1

// The kernel's view of files: the fields that the program reads, which the loader finds in the running kernel.
type bpfCoreFile struct {
	// Bits that say what the file was opened for (FMODE_* in linux/fs.h).
	FMode  uint32
	FInode *bpfCoreInode
}

type bpfCoreInode struct {
	IIno uint64
	ISb  *bpfCoreSuperBlock
}

type bpfCoreSuperBlock struct {
	SDev uint32
}

// What the hook hands to the program: its argument, and what other programs have answered.
type fileOpenArgs struct {
	File   *bpfCoreFile
	Answer int64
}

// FileID is a file, under whichever name.
type FileID struct {
	Inode  uint64
	Device uint64
}

// Guard says what is denied about a file.
type Guard struct {
	// Modes are bits of the kernel's: opening the file for one of them is denied.
	Modes uint64
	// Denials counts what was denied.
	Denials uint64
}

// Denial is a record of the ring buffer.
type Denial struct {
	File FileID
	PID  uint32
	UID  uint32
	Comm [16]byte
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var guards = bpfMapDef{
	Type:       mapTypeHash,
	KeySize:    uint32(unsafe.Sizeof(FileID{})),
	ValueSize:  uint32(unsafe.Sizeof(Guard{})),
	MaxEntries: 1024,
}

var denials = bpfMapDef{Type: mapTypeRingBuf, MaxEntries: 64 * 1024}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//export file_open
//go:section lsm/file_open
func fileOpen(args *fileOpenArgs) int32 {
	if args.Answer != 0 {
		return int32(args.Answer)
	}
	file := args.File
	id := FileID{Inode: file.FInode.IIno, Device: uint64(file.FInode.ISb.SDev)}
	guard := guardOf(id)
	if guard == nil || uint64(file.FMode)&guard.Modes == 0 {
		return 0
	}
	atomic.AddUint64(&guard.Denials, 1)
	report(id)
	return -ePerm
}

func guardOf(file FileID) *Guard {
	return (*Guard)(bpfMapLookupElem(unsafe.Pointer(&guards), unsafe.Pointer(&file)))
}

// report tells user space who was denied.
func report(file FileID) {
	denial := (*Denial)(bpfRingbufReserve(unsafe.Pointer(&denials), uint64(unsafe.Sizeof(Denial{})), 0))
	if denial == nil {
		return
	}
	*denial = Denial{
		File: file,
		PID:  uint32(bpfGetCurrentPidTgid() >> 32),
		UID:  uint32(bpfGetCurrentUidGid()),
	}
	bpfGetCurrentComm(unsafe.Pointer(&denial.Comm), uint32(unsafe.Sizeof(denial.Comm)))
	bpfRingbufSubmit(unsafe.Pointer(denial), 0)
}

func main() {}
