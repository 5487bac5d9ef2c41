// A token bucket for each sender of packets: arithmetic on map values and variables that the loader sets.
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
func bpfMapUpdateElem(m unsafe.Pointer, key unsafe.Pointer, value unsafe.Pointer, flags uint64) int64
func bpfKtimeGetNs() uint64

type xdpMd struct{ Data, DataEnd uint32 }
type Bucket struct {
	Tokens int64
	Last   uint64
}
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

var buckets = bpfMapDef{Type: 9, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Bucket{})), MaxEntries: 1 << 16}

// Set by the loader.
var (
	rate  uint64 = 100
	burst int64  = 1000
)

//export limit
//go:section xdp
func limit(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+34 > end {
		return 2
	}
	eth := (*ethernet)(unsafe.Pointer(data))
	if eth.Type != 0x0008 {
		return 2
	}
	ip := (*ipv4)(unsafe.Pointer(data + 14))
	source := ip.Source
	now := bpfKtimeGetNs()
	b := (*Bucket)(bpfMapLookupElem(unsafe.Pointer(&buckets), unsafe.Pointer(&source)))
	if b == nil {
		fresh := Bucket{Tokens: burst - 1, Last: now}
		bpfMapUpdateElem(unsafe.Pointer(&buckets), unsafe.Pointer(&source), unsafe.Pointer(&fresh), 1)
		return 2
	}
	elapsed := (now - b.Last) / 1000000
	if elapsed > 0 {
		b.Tokens += int64(elapsed * rate / 1000)
		if b.Tokens > burst {
			b.Tokens = burst
		}
		b.Last = now
	}
	if b.Tokens <= 0 {
		return 1
	}
	b.Tokens--
	return 2
}

func main() {}
