// Fields of contexts as keys and values, what lies before a packet, and headers that are asked for together.
package main

import (
	"unsafe"

	"github.com/tinybpf/bpf"
)

var (
	interfaces = bpf.HashMap[uint32, uint64]{MaxEntries: 16}
	queues     = bpf.HashMap[[2]uint32, uint32]{MaxEntries: 16}
	addresses  = bpf.HashMap[[4]bpf.Be32, uint64]{MaxEntries: 16}
	sizes      = bpf.RingBuf[uint64]{MaxEntries: 4096}
)

//export keys
//go:section xdp
func keys(ctx *bpf.XdpMd) bpf.XdpAction {
	if count := interfaces.LookupOrInit(&ctx.IngressIfindex, new(uint64)); count != nil {
		*count++
	}
	pair := (*[2]uint32)(unsafe.Pointer(&ctx.IngressIfindex))
	queues.Update(pair, &ctx.RxQueueIndex, bpf.Any)
	return bpf.XdpPass
}

//export connect
//go:section cgroup/connect6
func connect(ctx *bpf.SockAddr) bpf.CgroupAction {
	if addresses.Lookup(&ctx.UserIP6) != nil {
		return bpf.CgroupDeny
	}
	return bpf.CgroupAllow
}

//export written
//go:section tracepoint/syscalls/sys_enter_write
func written(ctx *bpf.SysEnter) int32 {
	sizes.Output(&ctx.Args[2], 0)
	return 0
}

// note is what lies before a packet.
type note struct{ mark uint32 }

//export before
//go:section xdp
func before(ctx *bpf.XdpMd) bpf.XdpAction {
	if bpf.XdpAdjustMeta(ctx, -int32(unsafe.Sizeof(note{}))) != 0 {
		return bpf.XdpAborted
	}
	n := (*note)(unsafe.Pointer(uintptr(ctx.DataMeta)))
	if ctx.DataMeta+4 > ctx.Data {
		return bpf.XdpAborted
	}
	n.mark = 42
	return bpf.XdpPass
}

//export answer
//go:section xdp
func answer(ctx *bpf.XdpMd) bpf.XdpAction {
	eth := bpf.At[bpf.Ethernet](ctx, 0)
	ip := bpf.At[bpf.IPv4](ctx, bpf.EthernetLen)
	if eth == nil || ip == nil {
		return bpf.XdpPass
	}
	icmp := bpf.At[bpf.ICMP](ctx, bpf.EthernetLen+bpf.IPv4Len)
	if ip.Protocol != bpf.ProtocolICMP || icmp == nil || icmp.Type != 8 {
		return bpf.XdpPass
	}
	eth.Source, eth.Destination = eth.Destination, eth.Source
	ip.Source, ip.Destination = ip.Destination, ip.Source
	icmp.Type = 0
	return bpf.XdpTx
}

func main() {}
