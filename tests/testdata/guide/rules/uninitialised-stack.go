type pair struct {
	Address uint32
	Port    uint16
	_       uint16
}

var seen = bpf.HashMap[pair, uint64]{MaxEntries: 16}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
	key.Address, key.Port = ctx.RxQueueIndex, uint16(ctx.IngressIfindex)
	one, of := uint64(1), pair(key)
	seen.Update(&of, &one, 0)
	return bpf.XdpPass
}
