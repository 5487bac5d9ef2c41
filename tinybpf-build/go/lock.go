package bpf

import "unsafe"

// SpinLock is a field of the values of a HashMap or an Array (struct bpf_spin_lock in linux/bpf.h, since Linux 5.1), once in each value. A
// program that holds one calls no helper and no subprogram, and ends only after it has given it back. Programs leave its bytes alone.
type SpinLock struct{ val uint32 }

// Lock waits until nobody holds the lock, and takes it.
func (l *SpinLock) Lock() { bpfSpinLock(unsafe.Pointer(l)) }

// Unlock gives the lock back.
func (l *SpinLock) Unlock() { bpfSpinUnlock(unsafe.Pointer(l)) }
