package bpf

import "unsafe"

// Queue gives values back in the order in which they came (BPF_MAP_TYPE_QUEUE).
type Queue[V any] struct {
	_     [mapTypeQueue]bpfMapType
	value [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Push adds a value. It returns 0, or E2BIG when it is full; with the flag Exist the oldest one makes room.
func (m *Queue[V]) Push(value *V, flags UpdateFlags) int64 {
	return bpfMapPushElem(m.at(), unsafe.Pointer(value), uint64(flags))
}

// Pop takes the oldest value out. It returns 0, or ENOENT when there is none.
func (m *Queue[V]) Pop(value *V) int64 {
	return bpfMapPopElem(m.at(), unsafe.Pointer(value))
}

// Peek reads the oldest value. It returns 0, or ENOENT when there is none.
func (m *Queue[V]) Peek(value *V) int64 {
	return bpfMapPeekElem(m.at(), unsafe.Pointer(value))
}

// Stack gives back the last value first (BPF_MAP_TYPE_STACK).
type Stack[V any] struct {
	_     [mapTypeStack]bpfMapType
	value [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Push adds a value. It returns 0, or E2BIG when it is full; with the flag Exist the oldest one makes room.
func (m *Stack[V]) Push(value *V, flags UpdateFlags) int64 {
	return bpfMapPushElem(m.at(), unsafe.Pointer(value), uint64(flags))
}

// Pop takes the newest value out. It returns 0, or ENOENT when there is none.
func (m *Stack[V]) Pop(value *V) int64 {
	return bpfMapPopElem(m.at(), unsafe.Pointer(value))
}

// Peek reads the newest value. It returns 0, or ENOENT when there is none.
func (m *Stack[V]) Peek(value *V) int64 {
	return bpfMapPeekElem(m.at(), unsafe.Pointer(value))
}

// BloomFilter says whether a value may have been added (BPF_MAP_TYPE_BLOOM_FILTER, since Linux 5.16).
type BloomFilter[V any] struct {
	_     [mapTypeBloomFilter]bpfMapType
	value [0]V

	// MaxEntries is the number of values for which it is made.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
	// MapExtra is the number of hashes, up to 15; 5 if it is 0.
	MapExtra uint64
}

// Add adds a value. It returns 0 or an error.
func (m *BloomFilter[V]) Add(value *V) int64 {
	return bpfMapPushElem(m.at(), unsafe.Pointer(value), 0)
}

// Has says whether the value may have been added; false is certain. The verifiers of Linux 7.2 and 7.3 take what bpf_map_peek_elem is
// given for written and not read, and refuse a variable on the stack: there, it must be a package variable or lie in a map.
func (m *BloomFilter[V]) Has(value *V) bool {
	return bpfMapPeekElem(m.at(), unsafe.Pointer(value)) == 0
}
