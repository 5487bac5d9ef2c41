// RECORDED ONLY: kernels on other machines have such programs, and aya knows none.
package main

import "unsafe"

//export prog
//go:section fmod_ret/vfs_open
func prog(ctx unsafe.Pointer) int32 { // REFUSED: attach-target
	return 0
}

func main() {}
