type Flow struct{ Source, Destination bpf.Be32 }

type Counter struct{ Packets, Bytes uint64 }

var flows = bpf.HashMap[Flow, Counter]{MaxEntries: 4096}

//export sum
//go:section xdp
func sum(ctx *bpf.XdpMd) bpf.XdpAction {
// The block stands here.
	if all.Flows == 0 {
		return bpf.XdpDrop
	}
	return bpf.XdpPass
}
