// The same program as in `typed-prints`, with nothing but the conventions of the compiler.
package main

import "unsafe"

type rawTracepointArgs struct{ Args [12]uint64 }

// Note is a text with its length.
type Note struct {
	Length uint64
	Text   [32]byte
}

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var notes = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 40, MaxEntries: 1}

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

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentComm(to *[16]byte, size uint32) int64
func bpfMapLookupElem(m *bpfMapDef, key *uint32) *Note

// The same helper with more and fewer values: names are compared without capitals and underscores.
//
//go:linkname text bpf_trace_printk
func text(format *byte, size uint32) int64

//go:linkname two bpf_tracePrintk
func two(format *byte, size uint32, a, b uint64) int64

//go:linkname three bpfTrace_printk
func three(format *byte, size uint32, a unsafe.Pointer, b, c uint64) int64
func bpfTraceVprintk(format *byte, size uint32, values unsafe.Pointer, valuesSize uint32) int64
func bpfSnprintf(to *[32]byte, size uint32, format *byte, values unsafe.Pointer, valuesSize uint32) int64
func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, valuesSize uint32) int64

// Formats, with the zero byte that the kernel wants and with which Go's strings do not end, and a text.
const (
	only     = "only text, 100%%\x00"
	pair     = "%u of %llx\x00"
	triple   = "%s has %5d: %u\x00"
	four     = "%llu %d %s %s\x00"
	snippet  = "%s: %08llx\x00"
	line     = "%8d %-16s|\n\x00"
	constant = "constant\x00"
)

//export trace
//go:section raw_tp/sys_enter
func trace(ctx *rawTracepointArgs) int32 {
	text(unsafe.StringData(only), uint32(len(only)))
	two(unsafe.StringData(pair), uint32(len(pair)), uint64(uint32(bpfGetCurrentPidTgid()>>32)), ctx.Args[1])
	var comm [16]byte
	bpfGetCurrentComm(&comm, 16)
	three(unsafe.StringData(triple), uint32(len(triple)), unsafe.Pointer(&comm), uint64(int8(ctx.Args[0])), uint64(int16(ctx.Args[2])))
	values := [...]uint64{ctx.Args[0], uint64(uint32(ctx.Args[1])), uint64(uintptr(unsafe.Pointer(&comm))),
		uint64(uintptr(unsafe.Pointer(unsafe.StringData(constant))))}
	bpfTraceVprintk(unsafe.StringData(four), uint32(len(four)), unsafe.Pointer(&values), uint32(unsafe.Sizeof(values)))
	index := uint32(0)
	if note := bpfMapLookupElem(&notes, &index); note != nil {
		words := [...]uint64{uint64(uintptr(unsafe.Pointer(&comm))), ctx.Args[1]}
		note.Length = uint64(bpfSnprintf(&note.Text, 32, unsafe.StringData(snippet), unsafe.Pointer(&words), uint32(unsafe.Sizeof(words))))
	}
	return 0
}

//export dump
//go:section iter/task
func dump(ctx *iterTask) int32 {
	if task := ctx.Task; task != nil {
		seq := ctx.Meta.Seq
		values := [...]uint64{uint64(uint32(task.Pid)), uint64(uintptr(unsafe.Pointer(&task.Comm)))}
		bpfSeqPrintf(seq, unsafe.StringData(line), uint32(len(line)), unsafe.Pointer(&values), uint32(unsafe.Sizeof(values)))
	}
	return 0
}

func main() {}
