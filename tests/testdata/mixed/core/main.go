// A Go program that has C read a kernel struct, at the offset that it has in the running kernel.
package main

import "unsafe"

var tgid, parent uint32

//export parent_tgid
func parentTgid() uint32

//export own_tgid
func ownTgid() uint32

//export on_enter
//go:section raw_tp/sys_enter
func onEnter(ctx unsafe.Pointer) int32 {
	tgid = ownTgid()
	parent = parentTgid()
	return 0
}

func main() {}
