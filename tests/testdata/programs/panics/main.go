// Panics of every kind, in programs and in what they call, and what each program type makes of them.
package main

import "unsafe"

// State is what user space sets before each run, and what it finds out then. The compiler knows none of it.
type State struct {
	Kind    uint32
	Index   uint32
	Divisor int32
	Shift   int32
	// How many calls came back, and what the last one gave.
	Returned uint64
	Result   uint64
}

var state State

var numbers = [4]uint32{10, 20, 30, 40}

type node struct {
	Value uint32
	Next  *node
}

//export panics_xdp
//go:section xdp
func panicsXDP(ctx unsafe.Pointer) int32 {
	run()
	return 2
}

//export panics_tc
//go:section classifier
func panicsTC(ctx unsafe.Pointer) int32 {
	run()
	return 0
}

//export panics_cgroup
//go:section cgroup_skb/ingress
func panicsCgroup(ctx unsafe.Pointer) int32 {
	run()
	return 1
}

//export panics_socket
//go:section socket
func panicsSocket(ctx unsafe.Pointer) int32 {
	run()
	return 7
}

// Here the panics are in the program itself.
//
//export panics_inline
//go:section xdp
func panicsInline(ctx unsafe.Pointer) int32 {
	if state.Kind == 1 {
		state.Result = uint64(numbers[state.Index])
	} else if state.Kind == 3 {
		state.Result = uint64(100 / state.Divisor)
	} else if state.Kind == 4 {
		panic("inline")
	}
	state.Returned++
	return 2
}

// A verdict that the author chose.
//
//export panics_chosen
//go:section xdp
func panicsChosen(ctx unsafe.Pointer) int32 {
	bpfPanicVerdict(3)
	run()
	return 2
}

func bpfPanicVerdict(verdict int32)

func run() {
	state.Result = outer()
	state.Returned++
}

//go:noinline
func outer() uint64 {
	return uint64(inner(state.Kind)) + 1
}

//go:noinline
func inner(kind uint32) uint32 {
	switch kind {
	case 1:
		return numbers[state.Index]
	case 2:
		return find(state.Index).Value
	case 3:
		return uint32(100 / state.Divisor)
	case 4:
		panic("explicit")
	case 5:
		return uint32(len(numbers[state.Index:]))
	case 6:
		return 1 << state.Shift
	case 7:
		return uint32(100 % state.Divisor)
	case 8:
		nothing()
	case 9:
		first, _ := both(state.Index)
		return first
	}
	return 0
}

var only = node{Value: 5}

//go:noinline
func find(index uint32) *node {
	if index == 0 {
		return &only
	}
	return nil
}

//go:noinline
func nothing() {
	if state.Index > 3 {
		panic("no result to return")
	}
}

//go:noinline
func both(index uint32) (uint32, uint64) {
	return numbers[index], uint64(index)
}

func main() {}
