// How often stacks are sampled: keys with strings and results of helpers.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m unsafe.Pointer, key unsafe.Pointer, value unsafe.Pointer, flags uint64) int64
func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64

func bpfGetStackid(ctx, m unsafe.Pointer, flags uint64) int64

type Key struct {
	Pid          uint32
	User, Kernel int32
	Comm         [16]byte
}

var stacks = bpfMapDef{Type: 7, KeySize: 4, ValueSize: 127 * 8, MaxEntries: 10240}
var counts = bpfMapDef{Type: 1, KeySize: uint32(unsafe.Sizeof(Key{})), ValueSize: 8, MaxEntries: 10240}

//export sample
//go:section perf_event
func sample(ctx unsafe.Pointer) int32 {
	id := bpfGetCurrentPidTgid()
	pid := uint32(id >> 32)
	if pid == 0 {
		return 0
	}
	key := Key{Pid: pid}
	bpfGetCurrentComm(unsafe.Pointer(&key.Comm), 16)
	key.User = int32(bpfGetStackid(ctx, unsafe.Pointer(&stacks), 1<<8))
	key.Kernel = int32(bpfGetStackid(ctx, unsafe.Pointer(&stacks), 0))
	if count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&key))); count != nil {
		*count++
		return 0
	}
	one := uint64(1)
	bpfMapUpdateElem(unsafe.Pointer(&counts), unsafe.Pointer(&key), unsafe.Pointer(&one), 1)
	return 0
}

func main() {}
