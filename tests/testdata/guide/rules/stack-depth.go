type buffer [1024]byte

//go:noinline
func fill(b *buffer) int32 {
	b[1] = 1
	return 0
}

// The block stands here.

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	work()
	return bpf.XdpPass
}
