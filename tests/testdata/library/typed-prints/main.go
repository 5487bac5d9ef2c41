// The same program as in `bare-prints`, with the Go package.
package main

import "github.com/tinybpf/bpf"

// PID is a type of its own.
type PID uint32

// Mode has a method, and so another description at run time.
type Mode int8

// IsOdd is there for that.
func (m Mode) IsOdd() bool { return m&1 == 1 }

// Note is a text with its length.
type Note struct {
	Length uint64
	Text   [32]byte
}

var notes = bpf.Array[Note]{MaxEntries: 1}

type bpfCoreBpfIterMeta struct{ Seq *bpfCoreSeqFile }

type bpfCoreSeqFile struct{}

type bpfCoreTaskStruct struct {
	Pid  int32
	Comm [16]byte
}

type iterTask struct {
	Meta *bpfCoreBpfIterMeta
	Task *bpfCoreTaskStruct
}

//export trace
//go:section raw_tp/sys_enter
func trace(ctx *bpf.RawTracepointArgs) int32 {
	bpf.Printk("only text, 100%%")
	bpf.Printk("%d of %x", PID(bpf.GetCurrentPidTgid()>>32), ctx.Args[1])
	var comm [16]byte
	bpf.GetCurrentComm(&comm)
	mode := Mode(ctx.Args[0])
	bpf.Printk("%s has %5d: %u", &comm, mode, int16(ctx.Args[2]))
	bpf.Printk("%v %v %v %v", ctx.Args[0], int32(ctx.Args[1]), &comm, "constant")
	if note := notes.Lookup(0); note != nil {
		note.Length = uint64(bpf.Snprintf(&note.Text, "%s: %08x", &comm, ctx.Args[1]))
	}
	return 0
}

//export dump
//go:section iter/task
func dump(ctx *iterTask) int32 {
	if task := ctx.Task; task != nil {
		bpf.SeqPrintf(ctx.Meta.Seq, "%8d %-16s|\n", task.Pid, &task.Comm)
	}
	return 0
}

func main() {}
