package main

import "unsafe"

type bpfMapDef[V any] struct {
	_          [0]uint32
	_          [0]V
	Type       uint32
	MaxEntries uint32
	MapFlags   uint32
}

type (
	bpfSpinLock    struct{ _ uint32 }
	bpfResSpinLock struct{ _ uint32 }
	bpfTimer       struct{ _ [2]uint64 }
	bpfWq          struct{ _ [12]byte }
	bpfListHead    struct{ _ [2]uint64 }
	bpfListNode    struct{ _ [3]uint64 }
	bpfTaskWork    struct{ _ [8]byte }
)

type bpfUptrCount *uint64

// Item lies in lists.
type Item struct{ Next bpfListNode }

// Locked is a value with a lock.
type Locked struct {
	Lock  bpfSpinLock
	Count uint32
}

// Timed is a value with a timer.
type Timed struct{ Timer bpfTimer }

// Two has two locks.
type Two struct {
	First, Second bpfSpinLock
}

// Both has two locks of two kinds, in parts.
type Both struct {
	Plain     Locked
	Resilient struct{ Lock bpfResSpinLock }
}

// Open is a value with a list and no lock.
type Open struct {
	List bpfListHead `bpf:"contains:Item:Next"`
}

// Short has too few bytes for its work.
type Short struct {
	Work  bpfWq
	Count uint32
}

// Odd has its work at an odd place.
type Odd struct {
	Count uint32
	Work  bpfTaskWork
}

// Shared is a value with memory of user space.
type Shared struct{ Count bpfUptrCount }

var everywhere = bpfMapDef[Locked]{Type: 6, MaxEntries: 1} // ERROR: map `everywhere`: field `Lock` is a bpf_spin_lock, and the kernel has none in values of BPF_MAP_TYPE_PERCPU_ARRAY
var alarms = bpfMapDef[Timed]{Type: 5, MaxEntries: 1}      // ERROR: field `Timer` is a bpf_timer, and the kernel has none in values of BPF_MAP_TYPE_PERCPU_HASH
var twice = bpfMapDef[Two]{Type: 2, MaxEntries: 1}         // ERROR: `First` and `Second` are both a bpf_spin_lock, and a value can have one
var both = bpfMapDef[Both]{Type: 2, MaxEntries: 1}         // ERROR: `Plain.Lock` and `Resilient.Lock` are both locks
var open = bpfMapDef[Open]{Type: 2, MaxEntries: 1}         // ERROR: field `List` is a bpf_list_head, and the kernel wants a lock beside it
var short = bpfMapDef[Short]{Type: 2, MaxEntries: 1}       // ERROR: field `Work` has 12 bytes, and the kernel's bpf_wq has 16
var odd = bpfMapDef[Odd]{Type: 2, MaxEntries: 1}           // ERROR: field `Work` is at byte 4, and the kernel wants bpf_task_work at a multiple of 8
var shared = bpfMapDef[Shared]{Type: 2, MaxEntries: 1}     // ERROR: field `Count` is a uptr, and the kernel has none in values of BPF_MAP_TYPE_ARRAY
var fine = bpfMapDef[Locked]{Type: 1, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section socket
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	sum := int32(0)
	for _, m := range [...]unsafe.Pointer{unsafe.Pointer(&everywhere), unsafe.Pointer(&fine)} {
		if value := (*Locked)(bpfMapLookupElem(m, unsafe.Pointer(&key))); value != nil {
			sum += int32(value.Count)
		}
	}
	return sum
}

func main() {}
