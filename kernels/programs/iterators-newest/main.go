// Iterators that came with Linux 6.13 and 6.16.
package main

import "unsafe"

type bpfCoreBpfIterMeta struct {
	Seq       *bpfCoreSeqFile
	SessionId uint64
	SeqNum    uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreKmemCache struct {
	Name       *byte
	ObjectSize uint32
}

type bpfCoreDmaBuf struct {
	Size uint64
}

type bpfIterKmemCache struct {
	Meta *bpfCoreBpfIterMeta
	S    *bpfCoreKmemCache
}

type bpfIterDmabuf struct {
	Meta   *bpfCoreBpfIterMeta
	Dmabuf *bpfCoreDmaBuf
}

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64

// printf writes a line; the kernel wants a zero at the end of the format.
func printf(seq *bpfCoreSeqFile, format string, values []uint64) {
	bpfSeqPrintf(seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(values)), uint32(8*len(values)))
}

//export dump_caches
//go:section iter/kmem_cache
func dumpCaches(ctx *bpfIterKmemCache) int32 {
	if ctx.S == nil {
		return 0
	}
	values := [...]uint64{uint64(ctx.S.ObjectSize), uint64(uintptr(unsafe.Pointer(ctx.S.Name)))}
	printf(ctx.Meta.Seq, "%u %s\n\x00", values[:])
	return 0
}

//export dump_buffers
//go:section iter/dmabuf
func dumpBuffers(ctx *bpfIterDmabuf) int32 {
	if ctx.Dmabuf == nil {
		return 0
	}
	values := [...]uint64{ctx.Dmabuf.Size}
	printf(ctx.Meta.Seq, "%llu bytes\n\x00", values[:])
	return 0
}

func main() {}
