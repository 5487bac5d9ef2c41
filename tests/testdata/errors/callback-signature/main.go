package main

import "unsafe"

// One helper in several spellings: TinyGo has one type for each name.
func bpfLoop(n uint32, fn func(index uint64) int64, ctx unsafe.Pointer, flags uint64) int64

func bpf_Loop(n uint32, fn func(index *uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

func bpfLOOP(n uint32, fn func(index uint64, ctx uint32) int64, ctx uint32, flags uint64) int64

func bpf_loop(n uint32, fn func(index uint64, ctx unsafe.Pointer), ctx unsafe.Pointer, flags uint64) int64

func bpfloop(n uint32, fn func(index uint64, ctx unsafe.Pointer) bool, ctx unsafe.Pointer, flags uint64) int64

func bpfLOop(n uint32, fn func(index uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

func bpfTimerSetCallback(timer unsafe.Pointer, fn func(m, key, value unsafe.Pointer) int32) int64

func few(index uint64) int64 { // ERROR: `main.few`, which helper `bpfLoop` calls back, takes 1 argument word, and the kernel passes 2
	return 0
}

func pointer(index *uint64, ctx unsafe.Pointer) int64 { // ERROR: takes an address as argument 1, where the kernel passes `index`, a number of 64 bits
	return 0
}

func number(index uint64, ctx uint32) int64 { // ERROR: takes a number of 32 bits as argument 2, where the kernel passes `ctx`, an address
	return 0
}

func nothing(index uint64, ctx unsafe.Pointer) { // ERROR: returns nothing, and the kernel reads a number: 0 to go on or 1 to stop
}

func yes(index uint64, ctx unsafe.Pointer) bool { // ERROR: returns a bool, and the kernel reads a number: 0 to go on or 1 to stop
	return true
}

func two(index uint64, ctx unsafe.Pointer) int64 { // ERROR: returns 2, and the kernel takes 0 to go on or 1 to stop
	if index == 3 {
		return 2
	}
	return 0
}

func one(m, key, value unsafe.Pointer) int32 { // ERROR: returns 1, and the kernel takes 0
	return 1
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	bpfLoop(8, few, nil, 0)
	bpf_Loop(8, pointer, nil, 0)
	bpfLOOP(8, number, 0, 0) // ERROR: parameter `callback_ctx` of helper `bpfLoop` is declared with a type that it cannot have
	bpf_loop(8, nothing, nil, 0)
	bpfloop(8, yes, nil, 0)
	bpfLOop(8, two, nil, 0)
	bpfTimerSetCallback(nil, one)
	return 0
}

func main() {}
