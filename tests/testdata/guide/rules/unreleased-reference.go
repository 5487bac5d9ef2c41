type record struct{ size uint32 }

var events = bpf.RingBuf[record]{MaxEntries: 4096}

//export prog
//go:section socket
func prog(ctx *bpf.SkBuff) int32 {
	wanted := ctx.Len > 60
	event := events.Reserve()
// The block stands here.
	return 0
}
