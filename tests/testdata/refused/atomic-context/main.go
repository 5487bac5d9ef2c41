// RECORDED
package main

import (
	"sync/atomic"

	bpf "github.com/tinybpf/bpf"
)

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	atomic.AddUint32(&ctx.Mark, 1) // REFUSED: atomic
	return bpf.TcActOk
}

func main() {}
