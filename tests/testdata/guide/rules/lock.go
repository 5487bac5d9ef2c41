type counter struct {
	lock  bpf.SpinLock
	count uint32
}

var counters = bpf.Array[counter]{MaxEntries: 4}

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	c := counters.Lookup(1)
	if c == nil {
		return bpf.TcActOk
	}
// The block stands here.
	return bpf.TcActOk
}
