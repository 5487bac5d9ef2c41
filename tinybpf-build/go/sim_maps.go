//go:build !tinygo

package bpf

import (
	"encoding/binary"
	"unsafe"
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	return sim.lookup(bytesAt(key, sim.keySize), sim.here())
}

func bpfMapLookupPercpuElem(m, key unsafe.Pointer, cpu uint32) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if cpu >= simCPUs {
		return nil
	}
	return sim.lookup(bytesAt(key, sim.keySize), int(cpu))
}

// lookup finds the value for a CPU.
func (m *simMap) lookup(key []byte, cpu int) unsafe.Pointer {
	if m.kind == mapTypeArrayOfMaps || m.kind == mapTypeHashOfMaps {
		return m.held[string(key)]
	}
	if m.isArray() {
		if binary.NativeEndian.Uint32(key) >= m.maxEntries {
			return nil
		}
		if m.entries[string(key)] == nil {
			m.entries[string(key)] = m.newEntry()
		}
	}
	found := string(key)
	if m.kind == mapTypeLPMTrie {
		found = m.longestPrefix(key)
	}
	entry := m.entries[found]
	if entry == nil {
		return nil
	}
	if m.isLRU() {
		m.touch(found)
	}
	return entry.values[cpu]
}

func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	return sim.update(bytesAt(key, sim.keySize), bytesAt(value, sim.valSize), UpdateFlags(flags))
}

// update sets the value for this CPU; on the others, a new entry has zeros.
func (m *simMap) update(key, value []byte, flags UpdateFlags) int64 {
	flags &^= Lock
	if flags > Exist {
		return EINVAL
	}
	if m.isArray() {
		switch {
		case binary.NativeEndian.Uint32(key) >= m.maxEntries:
			return E2BIG
		case flags == NoExist:
			return EEXIST
		}
	}
	if m.kind == mapTypeLPMTrie && prefixLen(key) > 8*(len(key)-4) {
		return EINVAL
	}
	found := m.canonical(key)
	entry := m.entries[found]
	switch {
	case entry != nil && flags == NoExist:
		return EEXIST
	case entry == nil && flags == Exist && !m.isArray():
		return ENOENT
	}
	if entry == nil {
		if code := m.makeRoom(); code != 0 {
			return code
		}
		entry = m.newEntry()
		m.entries[found] = entry
	} else if !m.isPerCPU() && !m.isArray() {
		// Who has looked the old value up keeps it, as in the kernel.
		entry.values[0] = newBytes(m.valSize)
	}
	copy(bytesAt(entry.values[m.here()], m.valSize), value)
	if m.isLRU() {
		m.touch(found)
	}
	return 0
}

// makeRoom sees to it that there is room for an entry, or says why there is none.
func (m *simMap) makeRoom() int64 {
	if m.maxEntries == 0 || len(m.entries) < int(m.maxEntries) {
		return 0
	}
	switch {
	case m.isLRU():
		delete(m.entries, m.used[0])
		m.used = m.used[1:]
		return 0
	case m.kind == mapTypeLPMTrie:
		return ENOSPC
	}
	return E2BIG
}

// touch moves a key of an LRU map to the end of the list. The kernel's order is only about this one.
func (m *simMap) touch(key string) {
	m.forget(key)
	m.used = append(m.used, key)
}

func (m *simMap) forget(key string) {
	for i, other := range m.used {
		if other == key {
			m.used = append(m.used[:i:i], m.used[i+1:]...)
			return
		}
	}
}

func bpfMapDeleteElem(m, key unsafe.Pointer) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if sim.isArray() {
		return EINVAL
	}
	found := sim.canonical(bytesAt(key, sim.keySize))
	if sim.entries[found] == nil {
		return ENOENT
	}
	delete(sim.entries, found)
	sim.forget(found)
	return 0
}

// canonical is the key under which an entry stands: of a trie's, the bits behind the prefix do not count.
func (m *simMap) canonical(key []byte) string {
	if m.kind != mapTypeLPMTrie {
		return string(key)
	}
	return string(key[:4]) + string(prefix(key[4:], prefixLen(key)))
}

func prefixLen(key []byte) int { return int(binary.NativeEndian.Uint32(key)) }

// prefix returns as many bits of data, and zeros for the others.
func prefix(data []byte, bits int) []byte {
	cut := make([]byte, len(data))
	for i := range data {
		switch left := bits - 8*i; {
		case left >= 8:
			cut[i] = data[i]
		case left > 0:
			cut[i] = data[i] &^ (0xff >> left)
		}
	}
	return cut
}

// longestPrefix finds the entry of a trie with the longest prefix that the key has, and no longer one than the key's.
func (m *simMap) longestPrefix(key []byte) string {
	for bits := prefixLen(key); bits >= 0; bits-- {
		if bits > 8*(len(key)-4) {
			return ""
		}
		shorter := binary.NativeEndian.AppendUint32(nil, uint32(bits))
		candidate := string(shorter) + string(prefix(key[4:], bits))
		if m.entries[candidate] != nil {
			return candidate
		}
	}
	return ""
}

func bpfMapPushElem(m, value unsafe.Pointer, flags uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	data := append([]byte(nil), bytesAt(value, sim.valSize)...)
	if sim.kind == mapTypeBloomFilter {
		if UpdateFlags(flags) != Any {
			return EINVAL
		}
		sim.entries[string(data)] = &simEntry{}
		return 0
	}
	switch {
	case UpdateFlags(flags) == NoExist || UpdateFlags(flags) > Exist:
		return EINVAL
	case len(sim.queue) < int(sim.maxEntries):
	case UpdateFlags(flags) == Exist:
		sim.queue = sim.queue[1:]
	default:
		return E2BIG
	}
	sim.queue = append(sim.queue, data)
	return 0
}

func bpfMapPopElem(m, value unsafe.Pointer) int64 { return take(m, value, true) }

func bpfMapPeekElem(m, value unsafe.Pointer) int64 { return take(m, value, false) }

// take reads the next value of a queue or stack; where there is none, it writes zeros.
func take(m, value unsafe.Pointer, remove bool) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	to := bytesAt(value, sim.valSize)
	if sim.kind == mapTypeBloomFilter {
		if sim.entries[string(to)] == nil {
			return ENOENT
		}
		return 0
	}
	if len(sim.queue) == 0 {
		clear(to)
		return ENOENT
	}
	next := 0
	if sim.kind == mapTypeStack {
		next = len(sim.queue) - 1
	}
	copy(to, sim.queue[next])
	if remove {
		sim.queue = append(sim.queue[:next:next], sim.queue[next+1:]...)
	}
	return 0
}
