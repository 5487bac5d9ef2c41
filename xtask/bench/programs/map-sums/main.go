// Sums over a map and over numbers: functions that helpers call back.
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

func bpfLoop(n uint32, fn func(index uint32, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64
func bpfForEachMapElem(m unsafe.Pointer, fn func(m unsafe.Pointer, key *uint32, value *uint64, ctx unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64

type sum struct {
	Total, Largest, Count uint64
	Key                   uint32
}
type Result struct{ Total, Largest, Count, Square uint64 }

var counters = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1024}
var results = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Result{})), MaxEntries: 1}

func add(m unsafe.Pointer, key *uint32, value *uint64, ctx unsafe.Pointer) int64 {
	s := (*sum)(ctx)
	s.Total += *value
	s.Count++
	if *value > s.Largest {
		s.Largest = *value
		s.Key = *key
	}
	return 0
}

func square(index uint32, ctx unsafe.Pointer) int64 {
	s := (*uint64)(ctx)
	*s += uint64(index) * uint64(index)
	if *s > 100000 {
		return 1
	}
	return 0
}

//export summarise
//go:section tracepoint/sched/sched_switch
func summarise(ctx unsafe.Pointer) int32 {
	var s sum
	bpfForEachMapElem(unsafe.Pointer(&counters), add, unsafe.Pointer(&s), 0)
	var squares uint64
	bpfLoop(100, square, unsafe.Pointer(&squares), 0)
	var key uint32
	r := (*Result)(bpfMapLookupElem(unsafe.Pointer(&results), unsafe.Pointer(&key)))
	if r == nil {
		return 0
	}
	*r = Result{s.Total, s.Largest, s.Count, squares}
	return 0
}

func main() {}
