// A table of connections, one entry for both directions: packet headers and a state machine.
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
func bpfMapDeleteElem(m unsafe.Pointer, key unsafe.Pointer) int64
func bpfKtimeGetNs() uint64

type xdpMd struct {
	Data    uint32
	DataEnd uint32
}

type Flow struct {
	Source, Destination         uint32
	SourcePort, DestinationPort uint16
	Protocol                    uint8
	_                           [3]byte
}

type State struct {
	Packets, Bytes, LastSeen uint64
	State                    uint8
	_                        [7]byte
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

type tcp struct {
	Source, Destination uint16
	Seq, Ack            uint32
	Offset, Flags       uint8
	Window              uint16
}

var flows = bpfMapDef{Type: 9, KeySize: uint32(unsafe.Sizeof(Flow{})), ValueSize: uint32(unsafe.Sizeof(State{})), MaxEntries: 65536}

const (
	stateNew = iota
	stateSyn
	stateEstablished
	stateClosing
)

func htons(v uint16) uint16 { return v<<8 | v>>8 }

func next(state, flags uint8) uint8 {
	switch {
	case flags&4 != 0:
		return stateClosing
	case flags&1 != 0:
		return stateClosing
	case flags&2 != 0:
		return stateSyn
	case state == stateSyn && flags&16 != 0:
		return stateEstablished
	}
	return state
}

//export track
//go:section xdp
func track(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+14 > end {
		return 2
	}
	eth := (*ethernet)(unsafe.Pointer(data))
	if eth.Type != htons(0x0800) {
		return 2
	}
	if data+14+20 > end {
		return 2
	}
	ip := (*ipv4)(unsafe.Pointer(data + 14))
	if ip.VersionIHL != 0x45 {
		return 2
	}
	if ip.Protocol != 6 && ip.Protocol != 17 {
		return 2
	}
	flow := Flow{Source: ip.Source, Destination: ip.Destination, Protocol: ip.Protocol}
	l4 := data + 14 + 20
	if l4+16 > end {
		return 2
	}
	t := (*tcp)(unsafe.Pointer(l4))
	flow.SourcePort = htons(t.Source)
	flow.DestinationPort = htons(t.Destination)
	// One entry for both directions.
	if flow.Source > flow.Destination {
		flow.Source, flow.Destination = flow.Destination, flow.Source
		flow.SourcePort, flow.DestinationPort = flow.DestinationPort, flow.SourcePort
	}
	now := bpfKtimeGetNs()
	state := (*State)(bpfMapLookupElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow)))
	if state == nil {
		fresh := State{Packets: 1, Bytes: uint64(htons(ip.Length)), LastSeen: now}
		if ip.Protocol == 6 {
			fresh.State = next(stateNew, t.Flags)
		}
		bpfMapUpdateElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow), unsafe.Pointer(&fresh), 0)
		return 2
	}
	state.Packets++
	state.Bytes += uint64(htons(ip.Length))
	state.LastSeen = now
	if ip.Protocol == 6 {
		state.State = next(state.State, t.Flags)
		if state.State == stateClosing {
			bpfMapDeleteElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow))
		}
	}
	return 2
}

func main() {}
