var entries = bpf.HashMap[uint32, uint64]{MaxEntries: 16}

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
// The block stands here.
	return bpf.TcActOk
}
