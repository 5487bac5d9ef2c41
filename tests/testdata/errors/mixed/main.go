// With TinyGo's own runtime, TinyGo stops at `go`.

package main

import (
	"fmt"
	"unsafe"
)

var names []string
var load float64

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var counts = bpfMapDef{Type: 2, KeySize: 8, ValueSize: 8, MaxEntries: 4} // ERROR: KeySize

func bpfMapDeletElem(m, key unsafe.Pointer) int64

func depth(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return 1 + depth(n/2) // ERROR: recursion
}

func note(s string) {
	names = append(names, s) // ERROR: `append`
}

//export first
//go:section xdp
func first(ctx *uint32) int32 {
	defer note("bye")   // ERROR: `defer`
	load += 1           // ERROR: floating point
	fmt.Print("hello")  // ERROR: `fmt.Print` cannot be used in BPF
	return int32(depth(*ctx))
}

//export second
//go:section classifier
func second(ctx *uint32) int32 {
	c := make(chan bool) // ERROR: channels
	go note("again")     // ERROR: goroutines
	bpfMapDeletElem(unsafe.Pointer(&counts), unsafe.Pointer(ctx)) // ERROR: no helper
	println("done")      // ERROR: `print` and `println`
	if (*ctx > 1) == <-c { // ERROR: channels
		return 1
	}
	return 0
}

func main() {}
