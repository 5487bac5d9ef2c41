// With TinyGo's own runtime, TinyGo stops at `go`.

package main

import _ "unsafe" // for go:section

var seen uint32

func worker(n uint32) { seen = n }

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	go worker(*ctx) // ERROR: goroutines
	go func() {     // ERROR: goroutines
		seen++
	}()
	return 2
}

func main() {}
