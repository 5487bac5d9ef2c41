// The same program as in `bare`, with the Go package.
package main

import "github.com/tinybpf/bpf"

// Flow tells connections apart.
type Flow struct {
	Source bpf.Be32
	Port   bpf.Be16
	_      uint16
}

// Counter counts packets.
type Counter struct{ Packets, Bytes uint64 }

var (
	flows   = bpf.HashMap[Flow, Counter]{MaxEntries: 1024}
	totals  = bpf.PerCPUArray[Counter]{MaxEntries: 4}
	events  = bpf.RingBuf[Flow]{MaxEntries: 4096}
	samples = bpf.PerfEventArray[Flow]{}
	recent  = bpf.Queue[Flow]{MaxEntries: 64}
	routes  = bpf.LPMTrie[bpf.LPMKey4, uint32]{MaxEntries: 64}
	next    = bpf.ProgArray[bpf.XdpMd, bpf.XdpAction]{MaxEntries: 2}
)

//export filter
//go:section xdp
func filter(ctx *bpf.XdpMd) bpf.XdpAction {
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	if eth == nil || eth.Type.Host() != bpf.EthernetTypeIPv4 {
		return bpf.XdpPass
	}
	ip := bpf.At[bpf.IPv4](ctx, bpf.EthernetLen)
	if ip == nil || ip.Protocol != bpf.ProtocolUDP {
		return bpf.XdpPass
	}
	udp := bpf.At[bpf.UDP](ctx, bpf.EthernetLen+ip.HeaderLen())
	if udp == nil {
		return bpf.XdpDrop
	}
	flow := Flow{Source: ip.Source, Port: udp.Source}
	length := uint64(ip.TotalLen.Host())
	if counter := flows.Lookup(&flow); counter != nil {
		counter.Packets++
		counter.Bytes += length
	} else {
		flows.Update(&flow, &Counter{1, length}, bpf.NoExist)
		if event := events.Reserve(); event != nil {
			*event = flow
			events.Submit(event)
		}
		bpf.PerfOutput(ctx, &samples, &flow)
		recent.Push(&flow, bpf.Exist)
	}
	if total := totals.Lookup(1); total != nil {
		total.Packets++
	}
	route := bpf.LPMKey4{PrefixLen: 32, Address: ip.Source}
	if verdict := routes.Lookup(&route); verdict != nil {
		flows.Delete(&flow)
		next.TailCall(ctx, *verdict)
		return bpf.XdpDrop
	}
	return bpf.XdpPass
}

// Account is what a source may still send.
type Account struct {
	Lock bpf.SpinLock
	Left uint32
}

var accounts = bpf.Array[Account]{MaxEntries: 16}

//export spend
//go:section cgroup_skb/egress
func spend(ctx *bpf.SkBuff) bpf.CgroupAction {
	account := accounts.Lookup(ctx.Mark & 15)
	if account == nil {
		return bpf.CgroupDeny
	}
	verdict := bpf.CgroupDeny
	account.Lock.Lock()
	if account.Left > 0 {
		account.Left--
		verdict = bpf.CgroupAllow
	}
	account.Lock.Unlock()
	return verdict
}

func main() {}
