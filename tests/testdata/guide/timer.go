type Flow struct{ Source, Destination bpf.Be32 }

type Counter struct {
	Packets, Bytes uint64
	Expiry         bpf.Timer
}

var flows = bpf.HashMap[Flow, Counter]{MaxEntries: 4096}

//export count
//go:section xdp
func count(ctx *bpf.XdpMd) bpf.XdpAction {
	flow := Flow{}
	counter := flows.Lookup(&flow)
	if counter == nil {
		return bpf.XdpPass
	}
// The block stands here.
	return bpf.XdpPass
}
