package main

import "github.com/tinybpf/bpf"

type counter struct {
	lock  bpf.SpinLock
	count uint32
}

var counters = bpf.Array[counter]{MaxEntries: 4}

//go:noinline
func random() uint32 {
	return bpf.GetPrandomU32() // REFUSED: lock
}

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
	c := counters.Lookup(1)
	if c == nil {
		return bpf.TcActOk
	}
	c.lock.Lock()
	c.count = random()
	c.lock.Unlock()
	return bpf.TcActOk
}

func main() {}
