// A program of the kernel's security modules that denies opening files.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// The kernel's view of files: the fields that the program reads, which the loader finds in the running kernel.
type (
	bpfCoreFile  struct{ FInode *bpfCoreInode }
	bpfCoreInode struct {
		IIno uint64
		ISb  *bpfCoreSuperBlock
	}
	bpfCoreSuperBlock struct{ SDev uint32 }
)

// What the hook hands to the program: its argument, and what other programs have answered.
type fileOpenArgs struct {
	File   *bpfCoreFile
	Answer int64
}

// FileID is a file, under whichever name.
type FileID struct{ Inode, Device uint64 }

// The closed files, with the number of times that each was denied.
var closed = bpf.HashMap[FileID, uint64]{MaxEntries: 1024}

//export file_open
//go:section lsm/file_open
func fileOpen(args *fileOpenArgs) int32 {
	if args.Answer != 0 {
		return int32(args.Answer)
	}
	inode := args.File.FInode
	id := FileID{Inode: inode.IIno, Device: uint64(inode.ISb.SDev)}
	denials := closed.Lookup(&id)
	if denials == nil {
		return 0
	}
	atomic.AddUint64(denials, 1)
	var comm [16]byte
	bpf.GetCurrentComm(&comm)
	bpf.Info("denied inode %d to %s, process %d", id.Inode, comm, bpf.GetCurrentPidTgid()>>32)
	return bpf.EPERM
}

func main() {}
