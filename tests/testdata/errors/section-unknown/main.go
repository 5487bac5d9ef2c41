package main

import _ "unsafe" // for go:section

//export prog
//go:section xpd
func prog(ctx *uint32) int32 { return 2 } // ERROR: xpd

func main() {}
