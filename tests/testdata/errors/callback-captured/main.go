package main

import "unsafe"

type state struct{ total, factor uint64 }

func (s *state) add(index uint64, ctx unsafe.Pointer) int64 {
	s.total += index
	return 0
}

func bpfLoop(n uint32, fn func(index uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64
func bpfTimerSetCallback(timer unsafe.Pointer, fn func(m unsafe.Pointer, key *uint32, value unsafe.Pointer) int64) int64

var s state

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	factor := uint64(*ctx)
	total := uint64(0)
	bpfLoop(8, func(index uint64, ctx unsafe.Pointer) int64 { // ERROR: captures `factor` of the function around it
		s.total += index * factor
		return 0
	}, nil, 0)
	bpfLoop(8, func(index uint64, ctx unsafe.Pointer) int64 { // ERROR: captures variables of the function around it
		total += index * factor
		return 0
	}, nil, 0)
	bpfLoop(8, s.add, nil, 0) // ERROR: method value
	bpfTimerSetCallback(unsafe.Pointer(&s), func(m unsafe.Pointer, key *uint32, value unsafe.Pointer) int64 { // ERROR: `bpfTimerSetCallback` calls back captures `factor`
		s.total += factor
		return 0
	})
	return int32(total)
}

func main() {}
