type account struct {
	Key     uint32
	_       uint32
	Packets uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreBpfMap struct{}

type bpfCoreBpfIterMeta struct{ Seq *bpfCoreSeqFile }

func bpfSeqWrite(seq *bpfCoreSeqFile, data unsafe.Pointer, size uint32) int64

// The block stands here.
