// Methods, embedded structs, generic types, function literals that are called where they stand, labels, goto, switch.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

type counter struct {
	Packets, Bytes uint64
}

func (c *counter) add(bytes uint64) {
	c.Packets++
	c.Bytes += bytes
}

type stack[T any] struct {
	items [4]T
	depth int
}

func (s *stack[T]) push(item T) bool {
	if s.depth < 0 || s.depth >= len(s.items) {
		return false
	}
	s.items[s.depth] = item
	s.depth++
	return true
}

func (s *stack[T]) top() (item T, ok bool) {
	if s.depth < 1 || s.depth > len(s.items) {
		return
	}
	return s.items[s.depth-1], true
}

// note counts in one of four slots, and returns its receiver for more.
//
//go:noinline
func (h *histogram) note(value uint64) *histogram {
	h.slots[value&3]++
	return h
}

type histogram struct {
	slots [4]uint64
}

type flow struct {
	counter
	ID uint32
}

type protocol uint8

func (p protocol) known() bool {
	return p == 6 || p == 17
}

//export methods
//go:section xdp
func methods(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	switch {
	case call.Operation == 0:
		f := flow{ID: 7}
		f.add(call.A)
		f.add(call.B)
		call.Results = [2]uint64{f.Packets, f.Bytes + uint64(f.ID)}
	case call.Operation == 1:
		var s stack[uint64]
		for i := uint64(0); i < 6; i++ {
			if !s.push(call.A + i) {
				break
			}
		}
		call.Results[0], _ = s.top()
		call.Results[1] = uint64(s.depth)
	case call.Operation == 2:
		if protocol(call.A).known() {
			call.Results[0] = 1
		} else {
			call.Results[0] = 0
		}
	case call.Operation == 3:
		square := func(x uint64) uint64 { return x * x }
		call.Results[0] = square(call.A) + square(call.B)
	case call.Operation == 4:
		call.Results[0] = collatz(call.A)
	case call.Operation == 5:
		call.Results[0] = max(call.A, call.B)
		call.Results[1] = min(call.A, call.B, 100)
	case call.Operation == 6:
		switch protocol(call.A) {
		case 1:
			call.Results[0] = 100
			fallthrough
		case 6:
			call.Results[1] = 600
		case 17, 18:
			call.Results[1] = 1700
		default:
			call.Results[1] = 0
		}
	case call.Operation == 7:
		var h histogram
		h.note(call.A).note(call.B).note(call.A)
		call.Results = [2]uint64{h.slots[call.A&3], h.slots[call.B&3]}
	default:
		return packet.Drop
	}
	return packet.Pass
}

// collatz counts the steps to 1, up to 32 of them.
//
//go:noinline
func collatz(n uint64) (steps uint64) {
outer:
	for steps < 32 {
		switch {
		case n <= 1:
			break outer
		case n%2 == 0:
			n /= 2
		default:
			n = 3*n + 1
		}
		steps++
	}
	return steps
}

func main() {}
