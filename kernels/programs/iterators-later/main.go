// Iterators that came until Linux 6.1. Their contexts are views of the kernel's own structs.
package main

import "unsafe"

type bpfCoreBpfIterMeta struct {
	Seq       *bpfCoreSeqFile
	SessionId uint64
	SeqNum    uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreTaskStruct struct {
	Pid  int32
	Tgid int32
}

type bpfCoreVmAreaStruct struct {
	VmStart uint64
	VmEnd   uint64
	VmFlags uint64
	VmFile  *bpfCoreFile
}

type bpfCoreFile struct {
	FInode *bpfCoreInode
}

type bpfCoreInode struct {
	IIno uint64
}

type bpfCoreUnixSock struct {
	Sk   bpfCoreSock
	Addr *bpfCoreUnixAddress
}

type bpfCoreSock struct {
	SkType   uint16
	SkSocket *bpfCoreSocket
}

type bpfCoreSocket struct {
	State uint32
}

type bpfCoreUnixAddress struct {
	Len int32
}

type bpfCoreBpfLink struct {
	Id   uint32
	Prog *bpfCoreBpfProg
}

type bpfCoreBpfProg struct {
	Aux *bpfCoreBpfProgAux
}

type bpfCoreBpfProgAux struct {
	Id uint32
}

type bpfCoreKallsymIter struct {
	Name  [512]byte
	Value uint64
	Type  byte
}

// The contexts, as the kernel has them.
type bpfCoreBpfIterTaskVma struct {
	Meta *bpfCoreBpfIterMeta
	Task *bpfCoreTaskStruct
	Vma  *bpfCoreVmAreaStruct
}

type bpfCoreBpfIterUnix struct {
	Meta   *bpfCoreBpfIterMeta
	UnixSk *bpfCoreUnixSock
	Uid    uint32
}

type bpfCoreBpfIterBpfLink struct {
	Meta *bpfCoreBpfIterMeta
	Link *bpfCoreBpfLink
}

type bpfCoreBpfIterKsym struct {
	Meta *bpfCoreBpfIterMeta
	Ksym *bpfCoreKallsymIter
}

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64

// printf writes a line; the kernel wants a zero at the end of the format.
func printf(seq *bpfCoreSeqFile, format string, values []uint64) {
	bpfSeqPrintf(seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(values)), uint32(8*len(values)))
}

//go:section .rodata
var pid uint32

//export dump_areas
//go:section iter/task_vma
func dumpAreas(ctx *bpfCoreBpfIterTaskVma) int32 {
	task, vma := ctx.Task, ctx.Vma
	if task == nil || vma == nil || uint32(task.Tgid) != pid {
		return 0
	}
	inode := uint64(0)
	if vma.VmFile != nil {
		inode = vma.VmFile.FInode.IIno
	}
	values := [...]uint64{vma.VmStart, vma.VmEnd, inode}
	printf(ctx.Meta.Seq, "%08llx-%08llx %llu\n\x00", values[:])
	return 0
}

//export dump_unix
//go:section iter/unix
func dumpUnix(ctx *bpfCoreBpfIterUnix) int32 {
	sk := ctx.UnixSk
	if sk == nil {
		return 0
	}
	length := uint64(0)
	if sk.Addr != nil {
		length = uint64(sk.Addr.Len)
	}
	values := [...]uint64{uint64(sk.Sk.SkType), length, uint64(ctx.Uid)}
	printf(ctx.Meta.Seq, "type %u, address of %u bytes, user %u\n\x00", values[:])
	return 0
}

//export dump_links
//go:section iter/bpf_link
func dumpLinks(ctx *bpfCoreBpfIterBpfLink) int32 {
	link := ctx.Link
	if link == nil {
		return 0
	}
	values := [...]uint64{uint64(link.Id), uint64(link.Prog.Aux.Id)}
	printf(ctx.Meta.Seq, "link %u of program %u\n\x00", values[:])
	return 0
}

//export dump_symbols
//go:section iter/ksym
func dumpSymbols(ctx *bpfCoreBpfIterKsym) int32 {
	symbol := ctx.Ksym
	// Those that start with `bpf_iter_`.
	if symbol == nil || string(symbol.Name[:9]) != "bpf_iter_" {
		return 0
	}
	values := [...]uint64{symbol.Value, uint64(symbol.Type), uint64(uintptr(unsafe.Pointer(&symbol.Name)))}
	printf(ctx.Meta.Seq, "%llx %u %s\n\x00", values[:])
	return 0
}

func main() {}
