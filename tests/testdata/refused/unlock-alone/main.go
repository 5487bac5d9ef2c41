package main

import "github.com/tinybpf/bpf"

type counter struct {
	lock  bpf.SpinLock
	count uint32
}

var counters = bpf.Array[counter]{MaxEntries: 4}

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	c := counters.Lookup(1)
	if c == nil {
		return bpf.TcActOk
	}
	if ctx.Mark > 3 {
		c.lock.Lock()
	}
	c.count++
	c.lock.Unlock() // REFUSED: lock
	return bpf.TcActOk
}

func main() {}
