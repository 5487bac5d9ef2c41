// What the kernel knows of a file that is read: chains of pointers through kernel structs.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfProbeReadKernelStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfRingbufReserve(m unsafe.Pointer, size uint64, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(data unsafe.Pointer, flags uint64)

type bpfCoreSuperBlock struct{ SDev uint32 }
type bpfCoreInode struct {
	IIno  uint64
	ISb   *bpfCoreSuperBlock
	IMode uint16
	ISize int64
}
type bpfCoreQstr struct {
	Name unsafe.Pointer
	Len  uint32
}
type bpfCoreDentry struct {
	DName   bpfCoreQstr
	DParent *bpfCoreDentry
	DInode  *bpfCoreInode
}
type bpfCorePath struct{ Dentry *bpfCoreDentry }
type bpfCoreFile struct {
	FPath  bpfCorePath
	FInode *bpfCoreInode
	FFlags uint32
}
type ptRegs struct {
	_  [14]uint64
	DI uint64
}
type Event struct {
	Inode  uint64
	Size   int64
	Pid    uint32
	Device uint32
	Flags  uint32
	Mode   uint16
	_      uint16
	Comm   [16]byte
	Name   [64]byte
	Parent [32]byte
}

var events = bpfMapDef{Type: 27, MaxEntries: 1 << 18}

//export do_filp
//go:section kprobe/vfs_read
func doFilp(ctx *ptRegs) int32 {
	file := (*bpfCoreFile)(unsafe.Pointer(uintptr(ctx.DI)))
	e := (*Event)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(Event{})), 0))
	if e == nil {
		return 0
	}
	inode := file.FInode
	e.Inode = inode.IIno
	e.Size = inode.ISize
	e.Mode = inode.IMode
	e.Device = inode.ISb.SDev
	e.Flags = file.FFlags
	e.Pid = uint32(bpfGetCurrentPidTgid() >> 32)
	bpfGetCurrentComm(unsafe.Pointer(&e.Comm), uint32(len(e.Comm)))
	dentry := file.FPath.Dentry
	bpfProbeReadKernelStr(unsafe.Pointer(&e.Name), uint32(len(e.Name)), dentry.DName.Name)
	bpfProbeReadKernelStr(unsafe.Pointer(&e.Parent), uint32(len(e.Parent)), dentry.DParent.DName.Name)
	bpfRingbufSubmit(unsafe.Pointer(e), 0)
	return 0
}

func main() {}
