type state struct{ sum uint32 }

var rounds, sum uint32

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	var s state
// The block stands here.
	sum = s.sum
	return bpf.XdpPass
}
