// RECORDED ONLY: kernels on other machines have such programs.
package main

import _ "unsafe"

var seen uint64

type args struct{ path, file, third uint64 }

//export prog
//go:section fentry/vfs_open
func prog(ctx *args) int32 {
	seen = ctx.third // REFUSED: context-access
	return 0
}

func main() {}

// EXPLAINED: func 'vfs_open' doesn't have 3-th argument
