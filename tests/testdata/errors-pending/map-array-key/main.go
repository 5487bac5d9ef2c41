package main

import _ "unsafe" // for go:section

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
}

var counts = bpfMapDef{Type: 2, KeySize: 8, ValueSize: 8, MaxEntries: 4} // ERROR: key

//export prog
//go:section xdp
func prog(ctx *uint32) int32 { return 2 }

func main() {}
