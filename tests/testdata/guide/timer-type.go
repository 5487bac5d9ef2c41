type Flow struct{ Source, Destination bpf.Be32 }

// The block stands here.

var flows = bpf.HashMap[Flow, Counter]{MaxEntries: 4096}

//export count
//go:section xdp
func count(ctx *bpf.XdpMd) bpf.XdpAction {
	flow := Flow{}
	if counter := flows.Lookup(&flow); counter != nil {
		counter.Packets++
	}
	return bpf.XdpPass
}
