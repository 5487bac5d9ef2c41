//go:build !tinygo

package bpf

import (
	"runtime"
	"sync/atomic"
	"time"
	"unsafe"
)

func bpfSpinLock(lock unsafe.Pointer) int64 {
	end := time.Now().Add(time.Second)
	for !atomic.CompareAndSwapUint32((*uint32)(lock), 0, 1) {
		if time.Now().After(end) {
			panic("bpf: a lock was not given back: the kernel would wait for ever")
		}
		runtime.Gosched()
	}
	return 0
}

func bpfSpinUnlock(lock unsafe.Pointer) int64 {
	if !atomic.CompareAndSwapUint32((*uint32)(lock), 1, 0) {
		panic("bpf: a lock is given back that nobody holds")
	}
	return 0
}
