// The types of maps that came with Linux 6.19 and 7.2.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var (
	instructions = bpfMapDef{Type: 34, KeySize: 4, ValueSize: 16, MaxEntries: 4}
	resizable    = bpfMapDef{Type: 35, KeySize: 4, ValueSize: 8, MaxEntries: 4, MapFlags: 1}
)

//export use
//go:section xdp
func use(ctx unsafe.Pointer) int32 {
	return 2
}

func main() {}
