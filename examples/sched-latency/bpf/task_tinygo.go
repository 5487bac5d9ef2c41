//go:build tinygo

package main

import "unsafe"

// A question that the loader answers from the types of the running kernel.
func bpfCoreFieldExists(field unsafe.Pointer) bool

// hasNewState says whether the kernel's threads have __state.
func hasNewState(task *bpfCoreTaskStruct) bool {
	return bpfCoreFieldExists(unsafe.Pointer(&task.__state))
}
