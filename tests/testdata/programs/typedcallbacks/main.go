// Functions that the kernel calls back, with the Go package: over numbers, over the entries of maps, and later; and records of any size.
package main

import (
	"github.com/tinybpf/bpf"
	"programs/packet"
)

// State is what callbacks share with their callers.
type State struct{ Total, Limit uint64 }

// Alarm goes off.
type Alarm struct {
	Rings uint64
	Timer bpf.Timer
}

var (
	array       = bpf.Array[uint64]{MaxEntries: 8}
	perCPUArray = bpf.PerCPUArray[uint64]{MaxEntries: 8}
	hash        = bpf.HashMap[uint32, uint64]{MaxEntries: 8}
	perCPUHash  = bpf.PerCPUHash[uint32, uint64]{MaxEntries: 8}
	lru         = bpf.LRUHash[uint32, uint64]{MaxEntries: 64}
	lruPerCPU   = bpf.LRUPerCPUHash[uint32, uint64]{MaxEntries: 64}
	alarms      = bpf.Array[Alarm]{MaxEntries: 1}
	texts       = bpf.RingBuf[byte]{MaxEntries: 4096}
)

var table = [4]uint64{10, 20, 30, 40}

// hashes are maps with keys of 32 bits.
type hashes interface {
	bpf.Walkable[uint32, uint64]
	Update(key *uint32, value *uint64, flags bpf.UpdateFlags) int64
	Delete(key *uint32) int64
}

// fillAndSum puts numbers into a map and adds what is there; the odd ones it deletes.
func fillAndSum[M hashes](m M, n uint32, state *State) int64 {
	for i := uint32(0); i < 8; i++ {
		if i < n {
			value := uint64(i) + 1
			m.Update(&i, &value, bpf.Any)
		}
	}
	return bpf.ForEach(m, func(m M, key *uint32, value *uint64, state *State) bpf.Next {
		state.Total += uint64(*key)*100 + *value
		if *key%2 == 1 {
			m.Delete(key)
		}
		return bpf.Continue
	}, state)
}

//export calls
//go:section xdp
func calls(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	n := uint32(call.A)
	state := State{Limit: call.B}
	rounds := int64(0)
	switch call.Operation {
	case 1:
		rounds = bpf.Loop(n, addUntil, &state)
	case 2:
		rounds = bpf.Loop(n, func(index uint32, state *State) bpf.Next {
			state.Total += table[index]
			return bpf.Continue
		}, &state)
	case 3:
		for i := uint32(0); i < 8; i++ {
			value := uint64(i) + 1
			array.Update(i, &value, bpf.Any)
		}
		rounds = bpf.ForEach(&array, func(m *bpf.Array[uint64], index *uint32, value *uint64, state *State) bpf.Next {
			if *value == state.Limit {
				return bpf.Break
			}
			state.Total += *value
			return bpf.Continue
		}, &state)
	case 4:
		*perCPUArray.Lookup(3) = 7
		rounds = bpf.ForEach(&perCPUArray, func(m *bpf.PerCPUArray[uint64], index *uint32, value *uint64, state *State) bpf.Next {
			state.Total += *value * uint64(*index)
			return bpf.Continue
		}, &state)
	case 5:
		rounds = fillAndSum(&hash, n, &state)
	case 6:
		rounds = fillAndSum(&perCPUHash, n, &state)
	case 7:
		rounds = fillAndSum(&lru, n, &state)
	case 8:
		rounds = fillAndSum(&lruPerCPU, n, &state)
	}
	call.Results = [2]uint64{state.Total, uint64(rounds)}
	return packet.Pass
}

func addUntil(index uint32, state *State) bpf.Next {
	if uint64(index) == state.Limit {
		return bpf.Break
	}
	state.Total += uint64(index)
	return bpf.Continue
}

// Lets the alarm ring as often as the packet says.
//
//export alarm
//go:section classifier
func alarm(ctx *bpf.SkBuff) bpf.TcAction {
	alarm := alarms.Lookup(0)
	if alarm == nil {
		return bpf.TcActShot
	}
	if alarms.InitTimer(&alarm.Timer, bpf.ClockMonotonic) == bpf.EBUSY {
		return bpf.TcAction(alarm.Timer.Cancel())
	}
	alarms.SetTimerCallback(&alarm.Timer, ring)
	return bpf.TcAction(alarm.Timer.Start(1000, 0))
}

func ring(m *bpf.Array[Alarm], index *uint32, alarm *Alarm) {
	alarm.Rings++
	if alarm.Rings < 3 {
		alarm.Timer.Start(1000, 0)
	}
}

// Writes a record whose size is that of the packet, and whose last byte is a letter of its own.
//
//export write_text
//go:section classifier
func writeText(ctx *bpf.SkBuff) bpf.TcAction {
	var text bpf.Dynptr
	if texts.ReserveDynptr(ctx.Len, &text) != 0 {
		texts.DiscardDynptr(&text)
		return bpf.TcActShot
	}
	letter := byte('x')
	if bpf.DynptrWrite(&text, uint64(ctx.Len-1), &letter, 0) != 0 {
		texts.DiscardDynptr(&text)
		return bpf.TcActShot
	}
	texts.SubmitDynptr(&text, 0)
	return bpf.TcActOk
}

func main() {}
