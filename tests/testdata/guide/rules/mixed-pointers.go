type entry struct{ mark uint32 }

var entries = bpf.Array[entry]{MaxEntries: 1}

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	entry := entries.Lookup(0)
// The block stands here.
	ctx.Priority = value
	return bpf.TcActOk
}
