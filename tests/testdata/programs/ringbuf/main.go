// Ring buffer records, submitted, discarded, and held while the program panics.
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
	MapFlags   uint32
}

// Event is a record.
type Event struct {
	Number uint64
	Values [4]uint32
}

var events = bpfMapDef{Type: 27, MaxEntries: 4096}

func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)
func bpfRingbufOutput(ringbuf, data unsafe.Pointer, size, flags uint64) int64

//export ringbuf
//go:section xdp
func ringbuf(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	if call.Operation == 1 {
		event := Event{Number: call.A}
		if bpfRingbufOutput(unsafe.Pointer(&events), unsafe.Pointer(&event), uint64(unsafe.Sizeof(event)), 0) != 0 {
			return packet.Drop
		}
		return packet.Pass
	}
	event := (*Event)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(Event{})), 0))
	if event == nil {
		return packet.Drop
	}
	event.Number = call.A
	event.Values = [4]uint32{1, 2, 3, 4}
	switch call.Operation {
	case 2:
		bpfRingbufDiscard(unsafe.Pointer(event), 0)
		return packet.Pass
	case 3:
		// In range, or a panic in the program.
		event.Values[call.B] = 9
	case 4:
		// In range, or a panic in a subprogram.
		event.Values[0] = pick(call.B)
	case 5:
		// Not zero, or a panic.
		event.Values[1] = uint32(call.A / call.B)
	}
	bpfRingbufSubmit(unsafe.Pointer(event), 0)
	return packet.Pass
}

var table = [4]uint32{5, 6, 7, 8}

//go:noinline
func pick(index uint64) uint32 {
	return table[index]
}

func main() {}
