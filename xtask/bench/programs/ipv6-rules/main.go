// Rules for IPv6 senders by prefix: copies and comparisons of addresses in packets.
package main

import (
	"sync/atomic"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer

func bpfGetHashRecalc(ctx unsafe.Pointer) uint32

type skBuff struct {
	Len, PktType, Mark, QueueMapping, Protocol, VlanPresent, VlanTCI, VlanProto, Priority, IngressIfindex, Ifindex, TcIndex uint32
	Cb                                                                                                                      [5]uint32
	Hash, TcClassid, Data, DataEnd                                                                                          uint32
}
type ipv6 struct {
	Flow                uint32
	Length              uint16
	Next, Hops          uint8
	Source, Destination [16]byte
}
type Prefix struct {
	Bits    uint32
	Address [16]byte
}
type Rule struct {
	Action  uint32
	Mark    uint32
	Packets uint64
	Bytes   uint64
}

var rules = bpfMapDef{Type: 11, KeySize: 20, ValueSize: uint32(unsafe.Sizeof(Rule{})), MaxEntries: 1024, MapFlags: 1}
var loopback = [16]byte{15: 1}

//export classify
//go:section classifier
func classify(ctx *skBuff) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if ctx.Protocol != 0xdd86 || data+14+40 > end {
		return -1
	}
	ip := (*ipv6)(unsafe.Pointer(data + 14))
	if ip.Source == ip.Destination {
		return 2
	}
	prefix := Prefix{Bits: 128, Address: ip.Source}
	rule := (*Rule)(bpfMapLookupElem(unsafe.Pointer(&rules), unsafe.Pointer(&prefix)))
	if rule == nil {
		return -1
	}
	atomic.AddUint64(&rule.Packets, 1)
	atomic.AddUint64(&rule.Bytes, uint64(ctx.Len))
	ctx.Mark = rule.Mark
	switch rule.Action {
	case 0:
		return 0
	case 1:
		return 2
	case 2:
		if bpfGetHashRecalc(unsafe.Pointer(ctx))%100 < 10 {
			return 2
		}
	}
	return -1
}

func main() {}
