// Names that are asked for over DNS, blocked if they are in a map: a loop over bytes of a packet.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer
func bpfRingbufReserve(m unsafe.Pointer, size uint64, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(data unsafe.Pointer, flags uint64)

type xdpMd struct{ Data, DataEnd uint32 }
type ethernet struct {
	Destination, Source [6]byte
	Type                uint16
}
type ipv4 struct {
	VersionIHL, TOS      uint8
	Length, ID, Fragment uint16
	TTL, Protocol        uint8
	Checksum             uint16
	Source, Destination  uint32
}
type udp struct{ Source, Destination, Length, Checksum uint16 }
type dnsHeader struct{ ID, Flags, Questions, Answers, Authority, Additional uint16 }

const maxName = 32

type Query struct {
	Source uint32
	Type   uint16
	Length uint8
	_      uint8
	Name   [maxName]byte
}

var queries = bpfMapDef{Type: 27, MaxEntries: 1 << 16}
var blocked = bpfMapDef{Type: 1, KeySize: maxName, ValueSize: 1, MaxEntries: 1024}

func ntohs(v uint16) uint16 { return v<<8 | v>>8 }

//export dns
//go:section xdp
func dns(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	at := data + 14 + 20 + 8 + 12
	if at > end {
		return 2
	}
	eth := (*ethernet)(unsafe.Pointer(data))
	ip := (*ipv4)(unsafe.Pointer(data + 14))
	u := (*udp)(unsafe.Pointer(data + 34))
	header := (*dnsHeader)(unsafe.Pointer(data + 42))
	if eth.Type != ntohs(0x0800) || ip.Protocol != 17 || ntohs(u.Destination) != 53 {
		return 2
	}
	if ntohs(header.Flags)&0x8000 != 0 || ntohs(header.Questions) != 1 {
		return 2
	}
	var name [maxName]byte
	length := 0
	for i := 0; i < maxName; i++ {
		p := at + uintptr(i)
		if p+1 > end {
			return 2
		}
		c := *(*byte)(unsafe.Pointer(p))
		if c == 0 {
			break
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		name[i] = c
		length = i + 1
	}
	if bpfMapLookupElem(unsafe.Pointer(&blocked), unsafe.Pointer(&name)) != nil {
		return 1
	}
	q := (*Query)(bpfRingbufReserve(unsafe.Pointer(&queries), uint64(unsafe.Sizeof(Query{})), 0))
	if q == nil {
		return 2
	}
	q.Source = ip.Source
	q.Type = 1
	q.Length = uint8(length)
	q.Name = name
	bpfRingbufSubmit(unsafe.Pointer(q), 0)
	return 2
}

func main() {}
