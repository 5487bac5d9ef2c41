package main

import "github.com/tinybpf/bpf"

//go:noinline
func class(ctx *bpf.SkBuff) uint32 {
	return ctx.TCClassID // REFUSED: context-access
}

//export prog
//go:section socket
func prog(ctx *bpf.SkBuff) int32 {
	return int32(class(ctx))
}

func main() {}
