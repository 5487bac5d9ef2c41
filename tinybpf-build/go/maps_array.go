package bpf

import "unsafe"

// Array is an array of values, which begin as zeros (BPF_MAP_TYPE_ARRAY).
type Array[V any] struct {
	_ [mapTypeArray]bpfMapType
	_ [0]uint32
	_ [0]V

	// MaxEntries is the number of values.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Lookup returns a value by its index, in the map itself, or nil beyond the end.
func (m *Array[V]) Lookup(index uint32) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(&index)))
}

// Update sets a value. It returns 0, or E2BIG beyond the end.
func (m *Array[V]) Update(index uint32, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(&index), unsafe.Pointer(value), uint64(flags))
}

// PerCPUArray is an array with values for each CPU (BPF_MAP_TYPE_PERCPU_ARRAY): programs count without atomics.
type PerCPUArray[V any] struct {
	_ [mapTypePerCPUArray]bpfMapType
	_ [0]uint32
	_ [0]V

	// MaxEntries is the number of values.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
}

// Lookup returns a value on this CPU by its index, in the map itself, or nil beyond the end.
func (m *PerCPUArray[V]) Lookup(index uint32) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(&index)))
}

// Update sets a value on this CPU. It returns 0, or E2BIG beyond the end.
func (m *PerCPUArray[V]) Update(index uint32, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(&index), unsafe.Pointer(value), uint64(flags))
}

// LookupCPU returns a value on another CPU, or nil (since Linux 5.18).
func (m *PerCPUArray[V]) LookupCPU(index, cpu uint32) *V {
	return (*V)(bpfMapLookupPercpuElem(m.at(), unsafe.Pointer(&index), cpu))
}
