package main

import _ "unsafe"

type args struct{ mode uint64 }

func bpfKsymExists(name string) bool

//go:linkname bpfKfuncBpfNoSuchThing kfunc.bpf_no_such_thing(s32)s32
func bpfKfuncBpfNoSuchThing(n int32) int32

//export prog
//go:section syscall
func prog(ctx *args) int32 {
	if ctx.mode == 0 && !bpfKsymExists("bpf_no_such_thing") {
		return 0
	}
	return bpfKfuncBpfNoSuchThing(1) // REFUSED: unknown-kfunc
}

func main() {}
