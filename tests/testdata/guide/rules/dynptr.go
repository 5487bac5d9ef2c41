var events = bpf.RingBuf[[64]byte]{MaxEntries: 4096}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	value := uint64(ctx.RxQueueIndex)
// The block stands here.
	return bpf.XdpPass
}
