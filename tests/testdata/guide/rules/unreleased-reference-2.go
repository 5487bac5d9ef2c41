//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	tuple := [3]uint32{ctx.Mark, ctx.Hash, ctx.Priority}
	sock := bpf.SkLookupTcp(ctx, &tuple, 0, 0)
	if sock != nil {
// The block stands here.
	}
	return bpf.TcActOk
}
