// An iterator over cgroups: it is attached to the one to start from.
package main

import "unsafe"

type bpfCoreBpfIterMeta struct {
	Seq       *bpfCoreSeqFile
	SessionId uint64
	SeqNum    uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreCgroup struct {
	Kn    *bpfCoreKernfsNode
	Level int32
}

type bpfCoreKernfsNode struct {
	Id uint64
}

type bpfIterCgroup struct {
	Meta   *bpfCoreBpfIterMeta
	Cgroup *bpfCoreCgroup
}

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64

// printf writes a line; the kernel wants a zero at the end of the format.
func printf(seq *bpfCoreSeqFile, format string, values []uint64) {
	bpfSeqPrintf(seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(values)), uint32(8*len(values)))
}

//export dump_cgroups
//go:section iter/cgroup
func dumpCgroups(ctx *bpfIterCgroup) int32 {
	cgroup := ctx.Cgroup
	if cgroup == nil {
		printf(ctx.Meta.Seq, "end\n\x00", nil)
		return 0
	}
	values := [...]uint64{cgroup.Kn.Id, uint64(cgroup.Level)}
	printf(ctx.Meta.Seq, "%llu at level %d\n\x00", values[:])
	return 0
}

func main() {}
