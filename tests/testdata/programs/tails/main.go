// Tail calls: from programs and from subprograms, with what follows them and with panics before and behind them.
package main

import (
	"programs/packet"
	_ "unsafe" // for go:section
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// BPF_MAP_TYPE_PROG_ARRAY
var stages = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 4}

func bpfTailCall(ctx *packet.XDP, programs *bpfMapDef, index uint32)

var table = [4]uint64{10, 20, 30, 40}
var seen [4]uint64

//export tails
//go:section xdp
func tails(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	operation, a, b := call.Operation, call.A, call.B
	switch operation {
	case 1:
		bpfTailCall(ctx, &stages, uint32(a))
		// Only where there is no program.
		seen[0]++
		return 7
	case 2:
		// From a subprogram; what the program behind the call returns is what the subprogram returns.
		if jump(ctx, uint32(a)) == 5 {
			return 5
		}
		return 9
	case 3:
		// From a function that can panic: before the call, or after it where there is no program.
		return int32(look(ctx, uint32(a), b))
	}
	return packet.Drop
}

//go:noinline
func jump(ctx *packet.XDP, index uint32) int32 {
	bpfTailCall(ctx, &stages, index)
	return int32(seen[0] & 3)
}

func look(ctx *packet.XDP, index uint32, at uint64) uint64 {
	found := table[at&0xffff]
	bpfTailCall(ctx, &stages, index)
	return found + table[at>>16]
}

//export stage_five
//go:section xdp
func stageFive(ctx *packet.XDP) int32 {
	seen[1]++
	return 5
}

//export stage_minus
//go:section xdp
func stageMinus(ctx *packet.XDP) int32 {
	seen[2]++
	return -1
}

// Panics where the packet says so.
//
//export stage_panic
//go:section xdp
func stagePanic(ctx *packet.XDP) int32 {
	bpfPanicVerdict(11)
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	seen[3] = table[call.B]
	return int32(seen[3])
}

func bpfPanicVerdict(verdict int32)

func main() {}
