package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfSpinLockT struct{ _ uint32 }

type counter struct {
	lock  bpfSpinLockT
	count uint32
}

var counters = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfGetPrandomU32() uint32
func bpfSpinLock(lock unsafe.Pointer)
func bpfSpinUnlock(lock unsafe.Pointer)

func find(key uint32) *counter {
	return (*counter)(bpfMapLookupElem(unsafe.Pointer(&counters), unsafe.Pointer(&key)))
}

//export never_unlocked
//go:section classifier
func neverUnlocked(ctx unsafe.Pointer) int32 {
	c := find(1)
	if c == nil {
		return 0
	}
	bpfSpinLock(unsafe.Pointer(&c.lock)) // ERROR: nothing gives back what `bpfSpinLock` acquires here
	c.count++
	return 0
}

//export called_under_lock
//go:section classifier
func calledUnderLock(ctx unsafe.Pointer) int32 {
	c := find(1)
	if c == nil {
		return 0
	}
	bpfSpinLock(unsafe.Pointer(&c.lock))
	c.count = bpfGetPrandomU32() // ERROR: `bpfGetPrandomU32` is called while the program holds the lock that `bpfSpinLock` took at main\.go:44:13
	bpfSpinUnlock(unsafe.Pointer(&c.lock))
	return 0
}

//export locked_twice
//go:section classifier
func lockedTwice(ctx unsafe.Pointer) int32 {
	a, b := find(1), find(2)
	if a == nil || b == nil {
		return 0
	}
	bpfSpinLock(unsafe.Pointer(&a.lock))
	bpfSpinLock(unsafe.Pointer(&b.lock)) // ERROR: this takes a lock while the program holds the lock
	b.count += a.count
	bpfSpinUnlock(unsafe.Pointer(&b.lock))
	bpfSpinUnlock(unsafe.Pointer(&a.lock))
	return 0
}

//export returns_with_lock
//go:section classifier
func returnsWithLock(ctx unsafe.Pointer) int32 {
	c := find(1)
	if c == nil {
		return 0
	}
	bpfSpinLock(unsafe.Pointer(&c.lock))
	if c.count > 9 {
		return 0 // ERROR: still has the lock that `bpfSpinLock` took
	}
	c.count++
	bpfSpinUnlock(unsafe.Pointer(&c.lock))
	return 0
}

func main() {}
