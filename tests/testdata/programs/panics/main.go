// Panics of every kind, in programs and in what they call, and what each program type makes of them.
package main

import "unsafe"

// What to do; user space sets it in .bss before each run.
var kind uint32

// What user space finds out: how many calls came back, and what the last one gave.
var (
	returned uint64
	result   uint64
)

// What is worked on, unknown to the compiler.
var (
	numbers = [4]uint32{10, 20, 30, 40}
	index   uint32
	divisor int32
	shift   int32
)

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
	if kind == 1 {
		result = uint64(numbers[index])
	} else if kind == 3 {
		result = uint64(100 / divisor)
	} else if kind == 4 {
		panic("inline")
	}
	returned++
	return 2
}

func run() {
	result = outer()
	returned++
}

//go:noinline
func outer() uint64 {
	return uint64(inner(kind)) + 1
}

//go:noinline
func inner(kind uint32) uint32 {
	switch kind {
	case 1:
		return numbers[index]
	case 2:
		return find(index).Value
	case 3:
		return uint32(100 / divisor)
	case 4:
		panic("explicit")
	case 5:
		return uint32(len(numbers[index:]))
	case 6:
		return 1 << shift
	case 7:
		return uint32(100 % divisor)
	case 8:
		nothing()
	case 9:
		first, _ := both(index)
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
	if index > 3 {
		panic("no result to return")
	}
}

//go:noinline
func both(index uint32) (uint32, uint64) {
	return numbers[index], uint64(index)
}

func main() {}
