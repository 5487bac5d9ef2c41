//go:build !tinygo

package bpf

import "unsafe"

// What each map is made of, for the simulator to make it when it is first used.

func (m *Array[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeArray, sizeOf[uint32](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *PerCPUArray[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypePerCPUArray, sizeOf[uint32](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *HashMap[K, V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeHash, sizeOf[K](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *PerCPUHash[K, V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypePerCPUHash, sizeOf[K](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *LRUHash[K, V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeLRUHash, sizeOf[K](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *LRUPerCPUHash[K, V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeLRUPerCPUHash, sizeOf[K](), sizeOf[V](), m.MaxEntries}, nil)
}

func (m *UserRingBuf[T]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeUserRingBuf, 0, 0, m.MaxEntries}, nil)
}

func (m *Arena) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeArena, 0, 0, m.MaxEntries}, nil)
}

func (m *ArrayOfMaps[M]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeArrayOfMaps, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, func(s *simMap) { holdAll(s, m.Maps) })
}

func (m *HashOfMaps[K, M]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeHashOfMaps, sizeOf[K](), sizeOf[uint32](), m.MaxEntries}, func(s *simMap) { holdAll(s, m.Maps) })
}

func (m *Queue[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeQueue, 0, sizeOf[V](), m.MaxEntries}, nil)
}

func (m *Stack[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeStack, 0, sizeOf[V](), m.MaxEntries}, nil)
}

func (m *BloomFilter[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeBloomFilter, 0, sizeOf[V](), m.MaxEntries}, nil)
}

func (m *DevMap) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeDevMap, sizeOf[uint32](), sizeOf[DevMapValue](), m.MaxEntries}, nil)
}

func (m *DevMapHash) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeDevMapHash, sizeOf[uint32](), sizeOf[DevMapValue](), m.MaxEntries}, nil)
}

func (m *CPUMap) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeCPUMap, sizeOf[uint32](), sizeOf[CPUMapValue](), m.MaxEntries}, nil)
}

func (m *XSKMap) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeXSKMap, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, nil)
}

func (m *RingBuf[T]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeRingBuf, 0, 0, m.MaxEntries}, nil)
}

func (m *PerfEventArray[T]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypePerfEventArray, sizeOf[int32](), sizeOf[int32](), m.MaxEntries}, nil)
}

func (m *SockMap) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeSockMap, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, nil)
}

func (m *SockHash[K]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeSockHash, sizeOf[K](), sizeOf[uint32](), m.MaxEntries}, nil)
}

func (m *ReuseportSockArray) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeReuseportSockArray, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, nil)
}

func (m *ProgArray[C, R]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeProgArray, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, func(s *simMap) {
		for i, program := range m.Programs {
			s.setProgram(uint32(i), func(ctx unsafe.Pointer) any { return program((*C)(ctx)) })
		}
	})
}

func (m *CgroupArray) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeCgroupArray, sizeOf[uint32](), sizeOf[uint32](), m.MaxEntries}, nil)
}

func (m *StackTrace) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeStackTrace, sizeOf[uint32](), sizeOf[[127]uint64](), m.MaxEntries}, nil)
}

func (m *TaskStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeTaskStorage, sizeOf[int32](), sizeOf[V](), 0}, nil)
}

func (m *SkStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeSkStorage, sizeOf[int32](), sizeOf[V](), 0}, nil)
}

func (m *InodeStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeInodeStorage, sizeOf[int32](), sizeOf[V](), 0}, nil)
}

func (m *CgrpStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeCgrpStorage, sizeOf[int32](), sizeOf[V](), 0}, nil)
}

func (m *CgroupStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeCgroupStorage, sizeOf[CgroupStorageKey](), sizeOf[V](), 0}, nil)
}

func (m *PerCPUCgroupStorage[V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypePerCPUCgroupStorage, sizeOf[CgroupStorageKey](), sizeOf[V](), 0}, nil)
}

func (m *LPMTrie[K, V]) at() unsafe.Pointer {
	return simulate(unsafe.Pointer(m), shape{mapTypeLPMTrie, sizeOf[K](), sizeOf[V](), m.MaxEntries}, nil)
}
