// The block stands here.

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	if c := counters.Lookup(0); c != nil {
		c.lock.Lock()
		c.count++
		c.lock.Unlock()
	}
	return bpf.XdpPass
}
