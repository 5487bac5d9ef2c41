var value, index int32

var table [16]byte

var read byte

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	index := index
	_ = index
	{
// The block stands here.
		read = table[index]
	}
	return bpf.XdpPass
}
