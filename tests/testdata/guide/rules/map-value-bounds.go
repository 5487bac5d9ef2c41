type rows struct {
	used uint64
	rows [64]byte
}

var tables = bpf.Array[rows]{MaxEntries: 1}

var row, read byte

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	t := tables.Lookup(0)
	if t == nil {
		return bpf.XdpPass
	}
	i, offset := uint32(t.used), t.used
	_, _ = i, offset
// The block stands here.
	read = row
	return bpf.XdpPass
}
