// Package variables in sections of their own.
package main

import "unsafe"

type Limits struct {
	Low, High uint32
}

//go:section .rodata.limits
var limits = Limits{Low: 1, High: 9}

//go:section .data.weights
var weights = [4]uint32{1, 2, 3, 4}

//go:section .bss.totals
var totals [8]uint64

//go:section .bss.totals
var last uint64

//export add
//go:section xdp
func add(ctx unsafe.Pointer) int32 {
	for i, weight := range weights {
		if weight >= limits.Low && weight <= limits.High {
			totals[i] += uint64(weight)
			last = uint64(weight)
		}
	}
	weights[0]++
	return 2
}

func main() {}
