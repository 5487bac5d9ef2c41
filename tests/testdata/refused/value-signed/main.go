package main

import (
	"unsafe"

	bpf "github.com/tinybpf/bpf"
)

type table struct {
	start int8
	rows  [200]byte
}

var tables = bpf.Array[table]{MaxEntries: 1}

//export prog
//go:section socket
func prog(ctx *bpf.SkBuff) int32 {
	t := tables.Lookup(0)
	if t == nil {
		return 0
	}
	row := (*byte)(unsafe.Add(unsafe.Pointer(&t.rows), t.start))
	return int32(*row) // REFUSED: negative-index
}

func main() {}
