package main

import _ "unsafe" // for go:section

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var events = bpfMapDef{Type: 27, MaxEntries: 3000} // ERROR: power of two|page

//export prog
//go:section xdp
func prog(ctx *uint32) int32 { return 2 }

func main() {}
