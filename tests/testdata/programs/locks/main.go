// What lies in map values and belongs to the kernel: spin locks, timers; and a ring buffer that user space writes.
package main

import (
	"programs/packet"
	"unsafe"
)

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

type bpfSpinLock struct {
	val uint32
}

type bpfTimer struct {
	opaque [2]uint64
}

// Account is a value of accounts: its amounts are changed together.
type Account struct {
	lock    bpfSpinLock
	Changes uint32
	Amounts [4]uint64
}

// Alarm is a value of alarms.
type Alarm struct {
	timer bpfTimer
	Rings uint64
	Index uint64
	Found uint64
}

// BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_HASH, BPF_MAP_TYPE_USER_RINGBUF
var accounts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Account{})), MaxEntries: 4}
var alarms = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Alarm{})), MaxEntries: 4}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpf_spin_lock(lock *bpfSpinLock)
func bpfSpinUnlock(lock *bpfSpinLock)
func bpfTimerInit(timer *bpfTimer, m unsafe.Pointer, flags uint64) int64
func bpfTimerSetCallback(timer *bpfTimer, fn func(m unsafe.Pointer, key *uint32, alarm *Alarm) int32) int64
func bpfTimerStart(timer *bpfTimer, nanoseconds, flags uint64) int64
func bpfTimerCancel(timer *bpfTimer) int64

var table = [4]uint64{10, 20, 30, 40}

//export locks
//go:section xdp
func locks(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	key := uint32(call.A)
	switch call.Operation {
	case 1:
		var account Account
		bpfMapUpdateElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key), unsafe.Pointer(&account), 0)
	case 2:
		// The index is checked before the lock is taken, or the program panics while it holds it.
		account := (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key)))
		if account == nil {
			return packet.Drop
		}
		index := call.B
		if index >= 4 {
			return packet.Drop
		}
		bpf_spin_lock(&account.lock)
		account.Changes++
		account.Amounts[index] += 5
		account.Amounts[3-index] -= 5
		call.Results = [2]uint64{account.Amounts[index], uint64(account.Changes)}
		bpfSpinUnlock(&account.lock)
	case 3:
		account := (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key)))
		if account == nil {
			return packet.Drop
		}
		bpf_spin_lock(&account.lock)
		account.Changes++
		account.Amounts[call.B] += 5
		call.Results = [2]uint64{account.Amounts[call.B], uint64(account.Changes)}
		bpfSpinUnlock(&account.lock)
	case 4:
		alarm := (*Alarm)(bpfMapLookupElem(unsafe.Pointer(&alarms), unsafe.Pointer(&key)))
		if alarm == nil {
			return packet.Drop
		}
		alarm.Index = call.B
		if bpfTimerInit(&alarm.timer, unsafe.Pointer(&alarms), 1) != 0 {
			return packet.Drop
		}
		bpfTimerSetCallback(&alarm.timer, ring)
		call.Results[0] = uint64(bpfTimerStart(&alarm.timer, 1000, 0))
	case 5:
		alarm := (*Alarm)(bpfMapLookupElem(unsafe.Pointer(&alarms), unsafe.Pointer(&key)))
		if alarm == nil {
			return packet.Drop
		}
		call.Results = [2]uint64{alarm.Rings, alarm.Found}
	}
	return packet.Pass
}

// ring starts itself again until it rang five times; an index that is out of range ends it.
func ring(m unsafe.Pointer, key *uint32, alarm *Alarm) int32 {
	alarm.Rings++
	alarm.Found = table[alarm.Index]
	if alarm.Rings < 5 {
		bpfTimerStart(&alarm.timer, 1000, 0)
	}
	return 0
}

func main() {}
