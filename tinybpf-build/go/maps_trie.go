package bpf

import "unsafe"

// LPMTrie finds the longest prefix of a key (BPF_MAP_TYPE_LPM_TRIE). K is a struct that begins with the length of the prefix in bits,
// as a uint32, such as LPMKey4.
type LPMTrie[K comparable, V any] struct {
	_ [mapTypeLPMTrie]bpfMapType
	_ [0]K
	_ [0]V

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Lookup returns the value of the longest prefix that covers the key, in the map itself, or nil.
func (m *LPMTrie[K, V]) Lookup(key *K) *V {
	return (*V)(bpfMapLookupElem(m.at(), unsafe.Pointer(key)))
}

// Update sets the value of a key. It returns 0 or an error: ENOSPC when the map is full, EEXIST or ENOENT as the flags ask.
func (m *LPMTrie[K, V]) Update(key *K, value *V, flags UpdateFlags) int64 {
	return bpfMapUpdateElem(m.at(), unsafe.Pointer(key), unsafe.Pointer(value), uint64(flags))
}

// Delete takes a key out. It returns 0, or ENOENT when it is not there.
func (m *LPMTrie[K, V]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// LPMKey4 is a key of an LPMTrie for IPv4 addresses.
type LPMKey4 struct {
	PrefixLen uint32
	Address   Be32
}

// LPMKey6 is a key of an LPMTrie for IPv6 addresses.
type LPMKey6 struct {
	PrefixLen uint32
	Address   [16]byte
}
