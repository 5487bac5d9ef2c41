// Maps that hold programs and maps from the start.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	Inner      *bpfMapDef
	Maps       []*bpfMapDef
	Programs   []func(*packet.XDP) int32
}

var (
	first  = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1}
	second = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1}
	// BPF_MAP_TYPE_ARRAY_OF_MAPS
	tables = bpfMapDef{Type: 12, KeySize: 4, ValueSize: 4, MaxEntries: 4, Maps: []*bpfMapDef{&first, nil, &second}}
	// BPF_MAP_TYPE_HASH_OF_MAPS
	users = bpfMapDef{Type: 13, KeySize: 8, ValueSize: 4, MaxEntries: 4, Inner: &bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}}
	// BPF_MAP_TYPE_PROG_ARRAY
	stages = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 4, Programs: []func(*packet.XDP) int32{reflect, 2: count}}
	// No Go code uses it, and only it has one of its programs.
	spare = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 4, Programs: []func(*packet.XDP) int32{count, alone}}
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64

// Sends the packet back.
//
//go:section xdp
func reflect(*packet.XDP) int32 { return 3 }

//go:section xdp
func alone(ctx *packet.XDP) int32 { return verdict(ctx) }

//go:noinline
func verdict(*packet.XDP) int32 { return packet.Drop }

// Counts in one of the tables, and drops where there is none.
//
//go:section xdp
func count(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Aborted
	}
	index, zero := uint32(call.A), uint32(0)
	table := bpfMapLookupElem(unsafe.Pointer(&tables), unsafe.Pointer(&index))
	if table == nil {
		return packet.Drop
	}
	total := (*uint64)(bpfMapLookupElem(table, unsafe.Pointer(&zero)))
	if total == nil {
		return packet.Aborted
	}
	*total += call.B
	return packet.Pass
}

//export start
//go:section xdp
func start(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Aborted
	}
	user := call.A
	if bpfMapLookupElem(unsafe.Pointer(&users), unsafe.Pointer(&user)) != nil {
		return packet.Aborted
	}
	bpfTailCall(unsafe.Pointer(ctx), unsafe.Pointer(&stages), uint32(call.Operation))
	return packet.Drop
}

func main() {}
