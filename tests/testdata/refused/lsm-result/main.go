// RECORDED ONLY: kernels on other machines have such programs.
package main

import bpf "github.com/tinybpf/bpf"

var verdicts = bpf.Array[int32]{MaxEntries: 1}

type args struct{ file uint64 }

//export prog
//go:section lsm/file_open
func prog(ctx *args) int32 {
	verdict := verdicts.Lookup(0)
	if verdict == nil {
		return 0
	}
	return *verdict // REFUSED: return-range
}

func main() {}
