// Maps behind types of other names: an alias, and a struct around the definition that gives it types and methods.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }

type definition = bpfMapDef

// Table is a map from K to V.
type Table[K comparable, V any] struct {
	bpfMapDef
	_ [0]K
	_ [0]V
}

type pair struct{ Low, High uint64 }

var plain = definition{Type: 1, KeySize: 8, ValueSize: 8, MaxEntries: 16}

// BPF_MAP_TYPE_HASH
var pairs = Table[uint32, pair]{bpfMapDef: bpfMapDef{Type: 1, MaxEntries: 16}}

func bpfMapLookupElem(m *definition, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m *definition, key, value unsafe.Pointer, flags uint64) int64

func lookup[V, K any](m *definition, key K) *V {
	return (*V)(bpfMapLookupElem(m, unsafe.Pointer(&key)))
}

// Get returns the value of a key, or makes one.
func (t *Table[K, V]) Get(key K, initial func() V) *V {
	if value := lookup[V](&t.bpfMapDef, key); value != nil {
		return value
	}
	value := initial()
	bpfMapUpdateElem(&t.bpfMapDef, unsafe.Pointer(&key), unsafe.Pointer(&value), 0)
	return lookup[V](&t.bpfMapDef, key)
}

//export wrapped
//go:section xdp
func wrapped(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	key, sum := call.A, call.A+call.B
	bpfMapUpdateElem(&plain, unsafe.Pointer(&key), unsafe.Pointer(&sum), 0)
	p := pairs.Get(uint32(call.A), func() pair { return pair{High: call.B} })
	if p == nil {
		return packet.Drop
	}
	p.Low++
	call.Results = [2]uint64{p.Low, p.High}
	return packet.Pass
}

func main() {}
