package main

import "unsafe"

//go:section license
var license = "gpl" // ERROR: the kernel does not take the licence "gpl" for compatible with the GPL

//go:section licence
var licence = [4]byte{'G', 'P', 'L'} // ERROR: no loader knows a section `licence`.*did you mean "license"

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 { return 0 }

func main() {}
