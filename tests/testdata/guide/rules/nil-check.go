var table = bpf.HashMap[uint32, uint64]{MaxEntries: 16}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	key := ctx.RxQueueIndex
// The block stands here.
	*value++
	return bpf.XdpPass
}
