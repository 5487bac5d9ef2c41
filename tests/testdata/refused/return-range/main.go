// RECORDED
package main

import "github.com/tinybpf/bpf"

var verdicts = bpf.Array[uint32]{MaxEntries: 1}

//export prog
//go:section cgroup/connect4
func prog(ctx *bpf.SockAddr) int32 {
	verdict := verdicts.Lookup(0)
	if verdict == nil {
		return 1
	}
	return int32(*verdict) // REFUSED: return-range
}

func main() {}
