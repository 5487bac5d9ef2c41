package main

import "unsafe"

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(data unsafe.Pointer, flags uint64)
func bpfGetStackid(ctx, m unsafe.Pointer, flags uint64) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }

// BPF_MAP_TYPE_HASH, BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_RINGBUF, BPF_MAP_TYPE_STACK_TRACE
var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var totals = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var events = bpfMapDef{Type: 27, MaxEntries: 4096}
var stacks = bpfMapDef{Type: 7, KeySize: 4, ValueSize: 8 * 16, MaxEntries: 64}

//export enter
//go:section tracepoint/syscalls/sys_enter_openat
func enter(ctx unsafe.Pointer) int32 {
	var key uint32
	value := uint64(1)
	k, v := unsafe.Pointer(&key), unsafe.Pointer(&value)
	bpfMapUpdateElem(unsafe.Pointer(&counts), k, v, 77) // WARNING: `bpfMapUpdateElem` fails with the flags 77: the kernel knows no flag 0x40 of it
	bpfMapUpdateElem(unsafe.Pointer(&counts), k, v, 3)  // WARNING: BPF_NOEXIST and BPF_EXIST exclude each other
	bpfMapUpdateElem(unsafe.Pointer(&totals), k, v, 1)  // WARNING: `totals` is an array, all of whose elements are always there
	bpfMapUpdateElem(unsafe.Pointer(&counts), k, v, 1)
	bpfMapUpdateElem(unsafe.Pointer(&totals), k, v, 0)

	if event := bpfRingbufReserve(unsafe.Pointer(&events), 8, 1); event != nil { // WARNING: `bpfRingbufReserve` fails with the flags 1
		bpfRingbufSubmit(event, 1)
	}
	bpfGetStackid(ctx, unsafe.Pointer(&stacks), 1<<11) // WARNING: the kernel knows no flag 0x800 of it
	bpfGetStackid(ctx, unsafe.Pointer(&stacks), 1<<8|3)
	return 0
}

func main() {}
