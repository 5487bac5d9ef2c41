package bpf

import "unsafe"

// HashMap is a hash table (BPF_MAP_TYPE_HASH). Keys are compared byte by byte, padding included.
type HashMap[K comparable, V any] struct {
	_ [mapTypeHash]bpfMapType
	_ [0]K
	_ [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Lookup returns the value of a key, in the map itself, or nil.
func (m *HashMap[K, V]) Lookup(key *K) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}

// Update sets the value of a key. It returns 0 or an error: E2BIG when the map is full, EEXIST or ENOENT as the flags ask.
func (m *HashMap[K, V]) Update(key *K, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(key), unsafe.Pointer(value), uint64(flags))
}

// Delete takes a key out. It returns 0, or ENOENT when it is not there.
func (m *HashMap[K, V]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// LookupOrInit returns the value of a key, which is a copy of `initial` if it was not there; nil when there is no room.
func (m *HashMap[K, V]) LookupOrInit(key *K, initial *V) *V {
	if value := m.Lookup(key); value != nil {
		return value
	}
	m.Update(key, initial, NoExist)
	return m.Lookup(key)
}

// PerCPUHash is a hash table with a value for each CPU (BPF_MAP_TYPE_PERCPU_HASH): programs count without atomics.
type PerCPUHash[K comparable, V any] struct {
	_ [mapTypePerCPUHash]bpfMapType
	_ [0]K
	_ [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
}

// Lookup returns the value of a key on this CPU, in the map itself, or nil.
func (m *PerCPUHash[K, V]) Lookup(key *K) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}

// Update sets the value of a key on this CPU. It returns 0 or an error: E2BIG when the map is full, EEXIST or ENOENT as the flags ask.
func (m *PerCPUHash[K, V]) Update(key *K, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(key), unsafe.Pointer(value), uint64(flags))
}

// Delete takes a key out. It returns 0, or ENOENT when it is not there.
func (m *PerCPUHash[K, V]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// LookupOrInit returns the value of a key on this CPU, which is a copy of `initial` if it was not there; nil when there is no room.
func (m *PerCPUHash[K, V]) LookupOrInit(key *K, initial *V) *V {
	if value := m.Lookup(key); value != nil {
		return value
	}
	m.Update(key, initial, NoExist)
	return m.Lookup(key)
}

// LookupCPU returns the value of a key on another CPU, or nil (since Linux 5.18).
func (m *PerCPUHash[K, V]) LookupCPU(key *K, cpu uint32) *V {
	return (*V)(bpfMapLookupPercpuElem(m.at(), unsafe.Pointer(key), cpu))
}

// LRUHash is a hash table that drops what was not used for long when it is full (BPF_MAP_TYPE_LRU_HASH).
type LRUHash[K comparable, V any] struct {
	_ [mapTypeLRUHash]bpfMapType
	_ [0]K
	_ [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Lookup returns the value of a key, in the map itself, or nil.
func (m *LRUHash[K, V]) Lookup(key *K) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}

// Update sets the value of a key. It returns 0 or an error: EEXIST or ENOENT as the flags ask.
func (m *LRUHash[K, V]) Update(key *K, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(key), unsafe.Pointer(value), uint64(flags))
}

// Delete takes a key out. It returns 0, or ENOENT when it is not there.
func (m *LRUHash[K, V]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// LookupOrInit returns the value of a key, which is a copy of `initial` if it was not there; nil when there is no room.
func (m *LRUHash[K, V]) LookupOrInit(key *K, initial *V) *V {
	if value := m.Lookup(key); value != nil {
		return value
	}
	m.Update(key, initial, NoExist)
	return m.Lookup(key)
}

// LRUPerCPUHash is an LRUHash with a value for each CPU (BPF_MAP_TYPE_LRU_PERCPU_HASH).
type LRUPerCPUHash[K comparable, V any] struct {
	_ [mapTypeLRUPerCPUHash]bpfMapType
	_ [0]K
	_ [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
}

// Lookup returns the value of a key on this CPU, in the map itself, or nil.
func (m *LRUPerCPUHash[K, V]) Lookup(key *K) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}

// Update sets the value of a key on this CPU. It returns 0 or an error: EEXIST or ENOENT as the flags ask.
func (m *LRUPerCPUHash[K, V]) Update(key *K, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(key), unsafe.Pointer(value), uint64(flags))
}

// Delete takes a key out. It returns 0, or ENOENT when it is not there.
func (m *LRUPerCPUHash[K, V]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// LookupOrInit returns the value of a key on this CPU, which is a copy of `initial` if it was not there; nil when there is no room.
func (m *LRUPerCPUHash[K, V]) LookupOrInit(key *K, initial *V) *V {
	if value := m.Lookup(key); value != nil {
		return value
	}
	m.Update(key, initial, NoExist)
	return m.Lookup(key)
}

// LookupCPU returns the value of a key on another CPU, or nil (since Linux 5.18).
func (m *LRUPerCPUHash[K, V]) LookupCPU(key *K, cpu uint32) *V {
	return (*V)(bpfMapLookupPercpuElem(m.at(), unsafe.Pointer(key), cpu))
}
