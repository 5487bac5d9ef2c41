package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type port struct {
	Number   uint16
	Protocol uint8
}

type flow struct {
	Protocol uint8
	Source   uint32
	Port     port
}

type prefix struct {
	Length uint32
	Zone   uint8
	Net    uint16
}

type hops struct {
	Ports [2]port
}

// Whole is what a key is like: all its bytes are of fields.
type whole struct {
	Protocol uint8
	_        [3]byte
	Source   uint32
}

var flows = bpfMapDef{Type: 1, KeySize: 12, ValueSize: 8, MaxEntries: 4}               // ERROR: its keys \(`main.flow`\) have padding, 3 bytes between `Protocol` and `Source`, 1 byte behind `Port.Protocol`
var routes = bpfMapDef{Type: 11, KeySize: 8, ValueSize: 8, MaxEntries: 4, MapFlags: 1} // ERROR: map `routes`: its keys \(`main.prefix`\) have padding, 1 byte between `Zone` and `Net`
var seen = bpfMapDef{Type: 30, ValueSize: 4, MaxEntries: 4}                            // ERROR: map `seen`: its values \(`main.port`\) have padding, 1 byte behind `Protocol`
var paths = bpfMapDef{Type: 9, KeySize: 8, ValueSize: 8, MaxEntries: 4}                // ERROR: map `paths`: its keys \(`main.hops`\) have padding, 1 byte behind `Ports\[0\].Protocol`

// These are right: a key without padding, and values that nothing compares.
var wholes = bpfMapDef{Type: 1, KeySize: 8, ValueSize: 12, MaxEntries: 4}

func bpfMapLookupElem(m *bpfMapDef, key unsafe.Pointer) unsafe.Pointer

func bpfMapUpdateElem(m *bpfMapDef, key, value unsafe.Pointer, flags uint64) int64

func bpfMapPushElem(m *bpfMapDef, value unsafe.Pointer, flags uint64) int64

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	key := flow{Protocol: 6, Source: *ctx}
	route := prefix{Length: 24, Net: 7}
	peer := port{Number: 80, Protocol: 6}
	path := hops{Ports: [2]port{peer, peer}}
	var count uint64
	wide := whole{Protocol: 6, Source: *ctx}
	bpfMapUpdateElem(&wholes, unsafe.Pointer(&wide), unsafe.Pointer(&key), 0)
	bpfMapUpdateElem(&flows, unsafe.Pointer(&key), unsafe.Pointer(&count), 0)
	bpfMapUpdateElem(&paths, unsafe.Pointer(&path), unsafe.Pointer(&count), 0)
	bpfMapPushElem(&seen, unsafe.Pointer(&peer), 0)
	if bpfMapLookupElem(&routes, unsafe.Pointer(&route)) != nil {
		return 1
	}
	return 2
}

func main() {}
