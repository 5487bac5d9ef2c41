//go:build tinygo

// Keys, values and records that only variables on TinyGo's heap have, of types with the same layout.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var events = bpfMapDef{Type: 27, MaxEntries: 4096}
var ports = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var others = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var plain = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var verdicts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 16}
var pairs = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var news = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 16}

type Port struct{ A, B uint16 }
type Other struct{ X, Y uint16 }
type Verdict uint32
type Pair[T any] struct{ First, Second T }

// Nothing in the program has it.
type Task struct {
	Pid, Tgid uint32
	Name      [16]byte
}

type Event struct {
	Pid  uint32
	Port Port
	V    Verdict
	N    uint64
}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfRingbufOutput(m, data unsafe.Pointer, size, flags uint64) int64

//export prog
//go:section xdp
func prog(ctx unsafe.Pointer) int32 {
	key := Port{A: 1}
	v := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&ports), unsafe.Pointer(&key)))
	if v != nil {
		event := Event{Pid: 4, N: *v}
		event.Port.A = 4
		bpfRingbufOutput(unsafe.Pointer(&events), unsafe.Pointer(&event), uint64(unsafe.Sizeof(event)), 0)
	}
	var other Other
	other.X = 7
	bpfMapLookupElem(unsafe.Pointer(&others), unsafe.Pointer(&other))
	plainKey := uint32(9)
	bpfMapLookupElem(unsafe.Pointer(&plain), unsafe.Pointer(&plainKey))
	verdict := Verdict(4)
	bpfMapUpdateElem(unsafe.Pointer(&verdicts), unsafe.Pointer(&plainKey), unsafe.Pointer(&verdict), 0)
	fresh := &Other{X: 4}
	other2 := new(Port)
	other2.A = 5
	bpfMapUpdateElem(unsafe.Pointer(&news), unsafe.Pointer(fresh), unsafe.Pointer(other2), 0)
	pair := Pair[uint16]{First: 4}
	bpfMapLookupElem(unsafe.Pointer(&pairs), unsafe.Pointer(&pair))
	return by(Port{A: 4})
}

//go:noinline
func by(port Port) int32 {
	bpfMapUpdateElem(unsafe.Pointer(&news), unsafe.Pointer(&Other{X: 2}), unsafe.Pointer(&port), 0)
	return 1
}

func main() {}
