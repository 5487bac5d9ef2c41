// A lock that tells of deadlocks: taken, given back by a panic, refused to one that has it already.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfResSpinLock struct{ _ uint32 }

// Account is a value of accounts.
type Account struct {
	Lock    bpfResSpinLock
	Changes uint32
	Amounts [4]uint64
}

var accounts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Account{})), MaxEntries: 2}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfResSpinLock(lock *bpfResSpinLock) int32
func bpfKfuncBpfResSpinUnlock(lock *bpfResSpinLock)
func bpfKfuncBpfResSpinLockIrqsave(lock *bpfResSpinLock, flags *uint64) int32
func bpfKfuncBpfResSpinUnlockIrqrestore(lock *bpfResSpinLock, flags *uint64)

// What user space sets: which amount is changed.
var index uint32

func account(key uint32) *Account {
	return (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key)))
}

// Changes an amount; an index that is out of range is a panic while the lock is held.
//
//export change
//go:section classifier
func change(ctx unsafe.Pointer) int32 {
	account := account(0)
	if account == nil {
		return 100
	}
	if bpfKfuncBpfResSpinLock(&account.Lock) != 0 {
		return 101
	}
	account.Changes++
	account.Amounts[index] += 5
	changes := account.Changes
	bpfKfuncBpfResSpinUnlock(&account.Lock)
	return int32(changes)
}

// The same without interrupts.
//
//export change_alone
//go:section classifier
func changeAlone(ctx unsafe.Pointer) int32 {
	account := account(0)
	if account == nil {
		return 100
	}
	var flags uint64
	if bpfKfuncBpfResSpinLockIrqsave(&account.Lock, &flags) != 0 {
		return 101
	}
	account.Changes++
	account.Amounts[index] += 5
	changes := account.Changes
	bpfKfuncBpfResSpinUnlockIrqrestore(&account.Lock, &flags)
	return int32(changes)
}

// Takes two locks, which may be one: then the second is refused.
//
//export move
//go:section classifier
func move(ctx unsafe.Pointer) int32 {
	from, to := account(0), account(index)
	if from == nil || to == nil {
		return 100
	}
	if bpfKfuncBpfResSpinLock(&from.Lock) != 0 {
		return 101
	}
	if bpfKfuncBpfResSpinLock(&to.Lock) != 0 {
		bpfKfuncBpfResSpinUnlock(&from.Lock)
		return 102
	}
	from.Amounts[1]--
	to.Amounts[1]++
	bpfKfuncBpfResSpinUnlock(&to.Lock)
	bpfKfuncBpfResSpinUnlock(&from.Lock)
	return 0
}

func main() {}
