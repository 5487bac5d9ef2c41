var udp, at uint16

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	offset := uintptr(ctx.RxQueueIndex & 63)
	_, _ = data, end
// The block stands here.
	_, _ = udp, at
	return bpf.XdpPass
}
