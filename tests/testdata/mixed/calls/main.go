// Go and C in one object: each side calls the other and uses the other's maps and variables.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// Pair is struct pair in C.
type Pair struct {
	Low, High uint64
}

// C looks into this one.
var seen = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}

// C's map.
//
//go:extern pairs
var pairs bpfMapDef

// C reads and writes this one.
var total uint64

// C's variables.
//
//go:extern steps
var steps uint64

//go:extern table
var table [4]uint16

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64

// C's functions, by either way that Go has to name them.

//export narrow
func narrow(n int8, wide uint16) int8

//go:linkname isOdd is_odd
func isOdd(n uint32) bool

//export sum
func sum(p *Pair) uint64

//export bump
func bump(by uint32)

//export many
func many(a, b, c, d, e int64) int64

//export through
func through(operation, a, b uint64) uint64

// What C calls.

//export go_divide
func divide(a, b uint64) uint64 {
	return a / b
}

//export go_narrow
func goNarrow(n int8) int8 {
	return n - 100
}

//export go_bool
func goBool(n uint32) bool {
	return n > 10
}

//export go_note
func goNote(key uint32) {
	one := uint64(1)
	if count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&seen), unsafe.Pointer(&key))); count != nil {
		*count++
		return
	}
	bpfMapUpdateElem(unsafe.Pointer(&seen), unsafe.Pointer(&key), unsafe.Pointer(&one), 0)
}

//export go_calls
//go:section xdp
func goCalls(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	a, b := call.A, call.B
	switch call.Operation {
	case 0:
		call.Results[0] = uint64(narrow(int8(a), uint16(b)))
	case 1:
		call.Results[0] = 0
		if isOdd(uint32(a)) {
			call.Results[0] = 1
		}
	case 2:
		p := Pair{a, b}
		call.Results[0] = sum(&p)
		call.Results[1] = p.Low
	case 3:
		before := steps
		bump(uint32(a))
		call.Results[0] = steps - before
		call.Results[1] = uint64(table[b&3])
	case 4:
		call.Results[0] = uint64(many(int64(a), int64(b), 3, 4, 5))
	case 5:
		key := uint32(a)
		p := Pair{a, b}
		bpfMapUpdateElem(unsafe.Pointer(&pairs), unsafe.Pointer(&key), unsafe.Pointer(&p), 0)
	case 6, 7, 8, 9, 10:
		call.Results[0] = through(call.Operation, a, b)
	case 11:
		total = a
	default:
		return packet.Drop
	}
	return packet.Pass
}

func main() {}
