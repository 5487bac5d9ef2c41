// A program of the kernel's security modules that guards files: it denies opening them, or opening them for writing.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

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

var (
	guards  = bpf.HashMap[FileID, Guard]{MaxEntries: 1024}
	denials = bpf.RingBuf[Denial]{MaxEntries: 64 * 1024}
)

//export file_open
//go:section lsm/file_open
func fileOpen(args *fileOpenArgs) int32 {
	if args.Answer != 0 {
		return int32(args.Answer)
	}
	file := args.File
	id := FileID{Inode: file.FInode.IIno, Device: uint64(file.FInode.ISb.SDev)}
	guard := guards.Lookup(&id)
	if guard == nil || uint64(file.FMode)&guard.Modes == 0 {
		return 0
	}
	atomic.AddUint64(&guard.Denials, 1)
	report(id)
	return bpf.EPERM
}

// report tells user space who was denied.
func report(file FileID) {
	denial := denials.Reserve()
	if denial == nil {
		return
	}
	*denial = Denial{
		File: file,
		PID:  uint32(bpf.GetCurrentPidTgid() >> 32),
		UID:  uint32(bpf.GetCurrentUidGid()),
	}
	bpf.GetCurrentComm(&denial.Comm)
	denials.Submit(denial)
}

func main() {}
