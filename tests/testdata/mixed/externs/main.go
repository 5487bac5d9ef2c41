// A Go program that calls C, which calls the kernel's own functions and reads its configuration.
package main

import "unsafe"

//export lookup
func lookup(pid int32) int32

//go:extern found
var found int32

//export on_call
//go:section syscall
func onCall(ctx unsafe.Pointer) int32 {
	found = lookup(1)
	return 0
}

func main() {}
