// Package variables, which user space sets before loading and reads while the program runs.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

// Limits is what user space may configure.
type Limits struct {
	Low, High uint32
	Factor    int64
}

var (
	// In .data, as it has a value; nothing in Go writes it.
	threshold uint64 = 40
	// In .data, and Go writes it.
	generation uint32 = 1
	// In .bss: Go only writes it.
	calls uint64
	// In .bss: Go only reads it.
	offset uint64
	// In .bss, with Go on both sides.
	history [4]uint64
)

//go:section .rodata
var limits = Limits{Low: 1, High: 10, Factor: 2}

//go:section .rodata
var debug bool

//go:section .rodata.weights
var weights = [4]uint8{1, 2, 3, 4}

//go:section .data.tuning
var tuning uint32 = 3

//export globals
//go:section xdp
func globals(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	calls++
	generation += tuning
	history[call.A&3] += call.A
	result := call.A*uint64(limits.Factor) + offset + uint64(weights[call.A&3])
	if debug {
		result |= 1 << 63
	}
	call.Results[0] = result
	call.Results[1] = uint64(limits.Low)<<32 | uint64(limits.High)
	if call.A > threshold {
		return packet.Drop
	}
	return packet.Pass
}

func main() {}
