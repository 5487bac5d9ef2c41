// RECORDED ONLY: kernels on other machines have such programs, and aya knows none.
package main

import "unsafe"

//export prog
//go:section fmod_ret/vfs_open
func prog(ctx unsafe.Pointer) int32 {
	return 0 // REFUSED: attach-target
}

func main() {}
