var text [32]byte

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
	return bpf.XdpPass
}
