// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type skBuff struct{ Len, PktType, Mark uint32 }

var entries = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1}

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

//export prog
//go:section socket
func prog(ctx *skBuff) int32 {
	return int32(bpfMapDeleteElem(unsafe.Pointer(&entries), unsafe.Pointer(uintptr(ctx.Mark)))) // REFUSED: argument-type
}

func main() {}
