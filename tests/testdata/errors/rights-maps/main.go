package main

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpf_spin_lock(lock *bpfSpinLock)
func bpf_spin_unlock(lock *bpfSpinLock)
func bpfPerfEventOutput(ctx, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfSpinLock struct{ val uint32 }

type account struct {
	lock  bpfSpinLock
	count uint32
}

// BPF_MAP_TYPE_PERF_EVENT_ARRAY, BPF_MAP_TYPE_ARRAY
var events = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}
var accounts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(account{})), MaxEntries: 1}

//export enter
//go:section fentry.s/do_sys_openat2
func enter(ctx unsafe.Pointer) int32 {
	value := uint64(1)
	bpfPerfEventOutput(ctx, unsafe.Pointer(&events), 0xffffffff, unsafe.Pointer(&value), 8) // ERROR: map `events` is a BPF_MAP_TYPE_PERF_EVENT_ARRAY, which programs that may sleep \(section `fentry.s`\) cannot use
	return 0
}

// The same is right in a program that does not sleep.
//
//export leave
//go:section fexit/do_sys_openat2
func leave(ctx unsafe.Pointer) int32 {
	value := uint64(1)
	bpfPerfEventOutput(ctx, unsafe.Pointer(&events), 0xffffffff, unsafe.Pointer(&value), 8)
	return 0
}

//export filter
//go:section socket
func filter(ctx unsafe.Pointer) int32 {
	add()
	return 0
}

//export shape
//go:section tc
func shape(ctx unsafe.Pointer) int32 {
	add()
	return 0
}

func add() {
	key := uint32(0)
	a := (*account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key))) // ERROR: the values of map `accounts` hold a `bpf_spin_lock`, and programs in section `socket` cannot use such maps
	if a == nil {
		return
	}
	bpf_spin_lock(&a.lock)
	a.count++
	bpf_spin_unlock(&a.lock)
}

func main() {}
