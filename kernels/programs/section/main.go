// A program for each section that there is, one at a time: it counts how often it runs, and answers what it is told to answer.
package main

import "unsafe"

//go:section .rodata
var verdict int32

var runs uint64

//export program
func program(ctx unsafe.Pointer) int32 {
	runs++
	return verdict
}

func main() {}
