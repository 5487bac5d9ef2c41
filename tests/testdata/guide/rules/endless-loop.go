var left uint32

func done() bool {
	left--
	return left == 0
}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
	return bpf.XdpPass
}
