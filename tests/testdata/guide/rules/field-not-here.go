type counter struct{ count uint64 }

var counters = bpf.Array[counter]{MaxEntries: 4}

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx *bpf.Tracepoint[bpf.SchedSwitch]) int32 {
	c := counters.Lookup(1)
	if c == nil {
		return 0
	}
// The block stands here.
	return 0
}
