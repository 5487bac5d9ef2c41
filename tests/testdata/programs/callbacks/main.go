// Functions that the kernel calls back: what they compute, what they are passed, and what becomes of a panic in them.
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

// BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_HASH, BPF_MAP_TYPE_RINGBUF
var values = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 8}
// BPF_F_ZERO_SEED: walked in the same order each time.
var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 8, MapFlags: 1 << 6}
var events = bpfMapDef{Type: 27, MaxEntries: 4096}

// State is what callbacks share with their callers.
type State struct {
	Total uint64
	Limit uint64
	Call  *packet.Call
}

// One helper, declared in the ways that Go allows.
func bpfLoop(n uint32, fn func(index uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

//go:linkname loopState bpf_loop
func loopState(n uint32, fn step, state *State, flags uint64) int64

type step func(index uint32, state *State) int32

func bpfForEachMapElem(m *bpfMapDef, fn func(m *bpfMapDef, key *uint32, value *uint64, state *State) int64, state *State, flags uint64) int64
func bpfMapUpdateElem(m *bpfMapDef, key *uint32, value *uint64, flags uint64) int64
func bpfRingbufReserve(ringbuf *bpfMapDef, size, flags uint64) unsafe.Pointer
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

var table = [4]uint64{10, 20, 30, 40}
var steps uint64

func add(index uint32, state *State) int32 {
	state.Total += uint64(index)
	return 0
}

func addUntil(index uint32, state *State) int32 {
	if uint64(index) == state.Limit {
		return 1
	}
	state.Total += uint64(index)
	return 0
}

// In range, or a panic in the callback itself.
func look(index uint32, state *State) int32 {
	state.Total += table[index]
	return 0
}

// In range, or a panic in what the callback calls.
func lookDeep(index uint32, state *State) int32 {
	state.Total += at(uint64(index))
	return 0
}

//go:noinline
func at(index uint64) uint64 {
	return table[index]
}

// With a slice that lies on the stack of the caller, through a pointer in the state.
func divide(index uint32, state *State) int32 {
	state.Total += 100 / (state.Limit - uint64(index))
	return 0
}

func outer(index uint32, state *State) int32 {
	loopState(index, look, state, 0)
	return 0
}

// Reserves a record, and panics or submits it.
func reserve(index uint32, state *State) int32 {
	record := (*uint64)(bpfRingbufReserve(&events, 8, 0))
	if record == nil {
		return 1
	}
	*record = table[index]
	bpfRingbufSubmit(unsafe.Pointer(record), 0)
	return 0
}

// each hands on what it is given.
func each(n uint32, fn step, state *State) int64 {
	return loopState(n, fn, state, 0)
}

//go:noinline
func sum(n uint32) (uint64, int64) {
	var state State
	rounds := loopState(n, look, &state, 0)
	return state.Total, rounds
}

//export callbacks
//go:section xdp
func callbacks(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	n := uint32(call.A)
	state := State{Limit: call.B}
	rounds := int64(0)
	switch call.Operation {
	case 1:
		rounds = loopState(n, add, &state, 0)
	case 2:
		rounds = loopState(n, addUntil, &state, 0)
	case 3:
		rounds = loopState(n, look, &state, 0)
	case 4:
		rounds = loopState(n, lookDeep, &state, 0)
	case 5:
		rounds = loopState(n, divide, &state, 0)
	case 6:
		rounds = loopState(n, outer, &state, 0)
	case 7:
		rounds = each(n, add, &state) + each(n, look, &state)
	case 8:
		state.Total, rounds = sum(n)
	case 9:
		// Called by name, too.
		add(n, &state)
		rounds = bpfLoop(n, func(index uint64, ctx unsafe.Pointer) int64 {
			add(uint32(index)+1, (*State)(ctx))
			return 0
		}, unsafe.Pointer(&state), 0)
	case 10:
		// Without a context; what is counted is a package variable.
		steps = 0
		rounds = bpfLoop(n, func(index uint64, ctx unsafe.Pointer) int64 {
			steps += table[index&7] + 1
			return 0
		}, nil, 0)
		state.Total = steps
	case 11:
		record := (*uint64)(bpfRingbufReserve(&events, 8, 0))
		if record == nil {
			return packet.Drop
		}
		rounds = loopState(n, look, &state, 0)
		*record = state.Total
		bpfRingbufDiscard(unsafe.Pointer(record), 0)
	case 12:
		rounds = loopState(n, reserve, &state, 0)
	case 13:
		// The packet is as far as the callback can see.
		state.Call = call
		rounds = loopState(n, func(index uint32, state *State) int32 {
			state.Call.Results[1] = uint64(index)
			return 0
		}, &state, 0)
		return packet.Pass
	case 14:
		fill(&values, n)
		rounds = bpfForEachMapElem(&values, weigh, &state, 0)
	case 15:
		fill(&flows, n)
		// In an order of the kernel's, so there is nothing to stop at.
		state.Limit = 99
		rounds = bpfForEachMapElem(&flows, weigh, &state, 0)
	case 16:
		fill(&values, n)
		rounds = bpfForEachMapElem(&values, func(m *bpfMapDef, key *uint32, value *uint64, state *State) int64 {
			state.Total += table[*key&3] / *value
			return 0
		}, &state, 0)
	}
	call.Results = [2]uint64{state.Total, uint64(rounds)}
	return packet.Pass
}

func fill(m *bpfMapDef, n uint32) {
	for i := uint32(0); i < 8; i++ {
		value := uint64(0)
		if i < n {
			value = uint64(i) + 1
		}
		bpfMapUpdateElem(m, &i, &value, 0)
	}
}

// weigh stops at the first value of the limit.
func weigh(m *bpfMapDef, key *uint32, value *uint64, state *State) int64 {
	if *value == state.Limit {
		return 1
	}
	state.Total += uint64(*key) * 100 + *value
	*value = 0
	return 0
}

func main() {}
