// Maps whose types stand in their definitions, and kptrs in their values.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef[K, V any] struct {
	_          [0]K
	_          [0]V
	Type       uint32
	MaxEntries uint32
}

type bpfCoreTaskStruct struct{ Pid int32 }

type bpfKptr[T any] *T
type bpfKptrUntrustedTask *bpfCoreTaskStruct

// Held is a value with kptrs.
type Held struct {
	Owner bpfKptr[bpfCoreTaskStruct]
	Seen  bpfKptrUntrustedTask
	Count uint64
}

var held = bpfMapDef[uint32, Held]{Type: 2, MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export kptrs
//go:section xdp
func kptrs(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	index := uint32(call.A)
	value := (*Held)(bpfMapLookupElem(unsafe.Pointer(&held), unsafe.Pointer(&index)))
	if value == nil {
		return packet.Drop
	}
	if value.Owner == nil && value.Seen == nil {
		value.Count += call.B
	}
	call.Results[0] = value.Count
	return packet.Pass
}

func main() {}
