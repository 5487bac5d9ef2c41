//go:build tinygo

package bpf

import "unsafe"

//go:noescape
func bpfSpinLock(lock unsafe.Pointer) int64

//go:noescape
func bpfSpinUnlock(lock unsafe.Pointer) int64
