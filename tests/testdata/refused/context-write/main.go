// RECORDED
package main

import "github.com/tinybpf/bpf"

//go:noinline
func mark(ctx *bpf.SkBuff) {
	ctx.Mark = 7 // REFUSED: context-access
}

//export prog
//go:section socket
func prog(ctx *bpf.SkBuff) int32 {
	mark(ctx)
	return 0
}

func main() {}
