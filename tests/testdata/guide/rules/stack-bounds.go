type Value struct{ Length uint32 }

var events = bpf.RingBuf[Value]{MaxEntries: 4096}

var read Value

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	value := Value{Length: ctx.DataEnd - ctx.Data}
	table := [4]Value{value, {}, {}, {}}
	i := ctx.RxQueueIndex
	_ = i
	{
// The block stands here.
		read = value
	}
	read.Length += table[1].Length
	return bpf.XdpPass
}
