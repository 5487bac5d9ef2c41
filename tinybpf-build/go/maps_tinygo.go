//go:build tinygo

package bpf

import "unsafe"

// The address of a map is the map: the compiler makes it of the variable.

func (m *Array[V]) at() unsafe.Pointer               { return unsafe.Pointer(m) }
func (m *PerCPUArray[V]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *HashMap[K, V]) at() unsafe.Pointer          { return unsafe.Pointer(m) }
func (m *PerCPUHash[K, V]) at() unsafe.Pointer       { return unsafe.Pointer(m) }
func (m *LRUHash[K, V]) at() unsafe.Pointer          { return unsafe.Pointer(m) }
func (m *LRUPerCPUHash[K, V]) at() unsafe.Pointer    { return unsafe.Pointer(m) }
func (m *UserRingBuf[T]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *Arena) at() unsafe.Pointer                  { return unsafe.Pointer(m) }
func (m *ArrayOfMaps[M]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *HashOfMaps[K, M]) at() unsafe.Pointer       { return unsafe.Pointer(m) }
func (m *Queue[V]) at() unsafe.Pointer               { return unsafe.Pointer(m) }
func (m *Stack[V]) at() unsafe.Pointer               { return unsafe.Pointer(m) }
func (m *BloomFilter[V]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *DevMap) at() unsafe.Pointer                 { return unsafe.Pointer(m) }
func (m *DevMapHash) at() unsafe.Pointer             { return unsafe.Pointer(m) }
func (m *CPUMap) at() unsafe.Pointer                 { return unsafe.Pointer(m) }
func (m *XSKMap) at() unsafe.Pointer                 { return unsafe.Pointer(m) }
func (m *RingBuf[T]) at() unsafe.Pointer             { return unsafe.Pointer(m) }
func (m *PerfEventArray[T]) at() unsafe.Pointer      { return unsafe.Pointer(m) }
func (m *SockMap) at() unsafe.Pointer                { return unsafe.Pointer(m) }
func (m *SockHash[K]) at() unsafe.Pointer            { return unsafe.Pointer(m) }
func (m *ReuseportSockArray) at() unsafe.Pointer     { return unsafe.Pointer(m) }
func (m *ProgArray[C, R]) at() unsafe.Pointer        { return unsafe.Pointer(m) }
func (m *CgroupArray) at() unsafe.Pointer            { return unsafe.Pointer(m) }
func (m *StackTrace) at() unsafe.Pointer             { return unsafe.Pointer(m) }
func (m *TaskStorage[V]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *SkStorage[V]) at() unsafe.Pointer           { return unsafe.Pointer(m) }
func (m *InodeStorage[V]) at() unsafe.Pointer        { return unsafe.Pointer(m) }
func (m *CgrpStorage[V]) at() unsafe.Pointer         { return unsafe.Pointer(m) }
func (m *CgroupStorage[V]) at() unsafe.Pointer       { return unsafe.Pointer(m) }
func (m *PerCPUCgroupStorage[V]) at() unsafe.Pointer { return unsafe.Pointer(m) }
func (m *LPMTrie[K, V]) at() unsafe.Pointer          { return unsafe.Pointer(m) }
