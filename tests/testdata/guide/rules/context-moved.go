//go:noinline
func check(value uint32) bpf.XdpAction { return bpf.XdpAction(value & 1) }

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
}
