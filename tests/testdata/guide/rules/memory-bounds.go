type Event struct{ Size uint32 }

var events = bpf.RingBuf[Event]{MaxEntries: 4096}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
	if event != nil {
		event.Size = ctx.DataEnd - ctx.Data
		events.Submit(event)
	}
	return bpf.XdpPass
}
