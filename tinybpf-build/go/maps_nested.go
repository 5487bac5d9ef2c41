package bpf

import "unsafe"

// ArrayOfMaps is an array of maps of type M (BPF_MAP_TYPE_ARRAY_OF_MAPS).
type ArrayOfMaps[M any] struct {
	_ [mapTypeArrayOfMaps]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
	// Inner is like each map in it.
	Inner *M
	// Maps are there from the start, by index; aya puts none there.
	Maps []*M
}

// Lookup returns the map at an index, or nil.
func (m *ArrayOfMaps[M]) Lookup(index uint32) *M {
	return (*M)(bpfMapLookupElem(m.at(), unsafe.Pointer(&index)))
}

// HashOfMaps is a hash table of maps of type M (BPF_MAP_TYPE_HASH_OF_MAPS).
type HashOfMaps[K comparable, M any] struct {
	_ [mapTypeHashOfMaps]bpfMapType
	_ [0]K
	_ [0]uint32

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
	// Inner is like each map in it.
	Inner *M
	// Maps are there from the start, under the keys 0, 1, …; aya puts none there.
	Maps []*M
}

// Lookup returns the map of a key, or nil.
func (m *HashOfMaps[K, M]) Lookup(key *K) *M {
	return (*M)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}
