type entry struct {
	pid  uint64
	name [16]byte
}

var entries = bpf.HashMap[uint32, entry]{MaxEntries: 16}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(1)
	value := unsafe.Pointer(entries.Lookup(&key))
// The block stands here.
	bpf.GetCurrentComm((*[16]byte)(name))
	return 0
}
