
//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	offset := ctx.RxQueueIndex
// The block stands here.
	if at+1 > end || *(*byte)(unsafe.Pointer(at)) == 0 {
		return bpf.XdpDrop
	}
	return bpf.XdpPass
}
