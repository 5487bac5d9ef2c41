// Kernel structs as `cargo xtask vmlinux` writes them, in kernel.go: its second line says the types.
package main

import "unsafe"

// What the programs found: of this task, and of the program with the number that the test wants.
var found struct {
	Wanted                                   uint32
	Tgid, Parent, Pid, Level, Links          uint32
	Count, IsRawTracepoint, Jited, GplCompat uint32
	Comm, Name                               [16]byte
	ArgStart, Inode                          uint64
}

func bpfGetCurrentTask() *bpfCoreTaskStruct
func bpfCoreReadBitfield(field unsafe.Pointer) uint64

//export read_task
//go:section raw_tp/sys_enter
func readTask(ctx unsafe.Pointer) int32 {
	task := bpfGetCurrentTask()
	found.Tgid = uint32(task.Tgid)
	found.Parent = uint32(task.RealParent.Tgid)
	found.Comm = task.Comm
	found.Level = task.ThreadPid.Level
	// An element of an array whose length C does not say.
	first := (*bpfCoreUpid)(unsafe.Pointer(&task.ThreadPid.Numbers))
	found.Pid = uint32(first.Nr)
	// A member of a struct without a name, and one of a union without a name.
	found.ArgStart = task.Mm.ArgStart
	inode := task.Mm.ExeFile.FInode
	found.Links = inode.INlink
	found.Inode = inode.IIno
	return 0
}

//export read_program
//go:section iter/bpf_prog
func readProgram(ctx *bpfCoreBpfIterBpfProg) int32 {
	prog := ctx.Prog
	if prog == nil || prog.Aux.Id != found.Wanted {
		return 0
	}
	found.Count++
	if prog.Type == BPF_PROG_TYPE_RAW_TRACEPOINT {
		found.IsRawTracepoint = 1
	}
	found.Jited = uint32(bpfCoreReadBitfield(unsafe.Pointer(&prog.Jited)))
	found.GplCompat = uint32(bpfCoreReadBitfield(unsafe.Pointer(&prog.GplCompatible)))
	found.Name = prog.Aux.Name
	return 0
}

func main() {}
