package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfSpinLock struct{ _ uint32 }

// Account is a value.
type Account struct {
	Lock   bpfSpinLock
	Amount uint32
	Limits [4]uint64
}

var accounts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Account{})), MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

var kept Account

//export load
//go:section tc
func load(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	account := (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key)))
	if account == nil {
		return 0
	}
	kept = *account // ERROR: this reads or writes `Lock` of what bpf_map_lookup_elem returned of map `accounts`
	return 1
}

//export clear
//go:section tc
func reset(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	account := (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&key)))
	if account == nil {
		return 0
	}
	*account = Account{Amount: 7} // ERROR: programs only hand the address of a bpf_spin_lock to helpers and kfuncs
	return 1
}

func main() {}
