//go:build !tinygo

package bpf

import (
	"fmt"
	"sync"
	"unsafe"
)

// simCPUs is the number of CPUs of the simulated machine.
const simCPUs = 4

// shape is what the simulator has to know of a map.
type shape struct {
	kind             uint32
	keySize, valSize int
	maxEntries       uint32
}

// simMap is a map in the memory of a test.
type simMap struct {
	shape
	// entries are by the bytes of their keys.
	entries map[string]*simEntry
	// used lists the keys of an LRU map; what was not used for longest comes first.
	used []string
	// queue are the values of a queue or stack; the oldest comes first.
	queue [][]byte
	// records are those of a ring or perf buffer, in the order in which they were reserved.
	records []*simRecord
	// produced and consumed count bytes of a ring buffer.
	produced, consumed uint64
	// programs are those of a program array.
	programs map[uint32]func(ctx unsafe.Pointer) any
	// held are the maps of a map of maps, and owners the objects of a storage.
	held map[string]unsafe.Pointer
}

// simEntry is an entry with a value for each CPU, or one for all.
type simEntry struct {
	values []unsafe.Pointer
}

// The state of the simulated kernel.
var kernel = struct {
	sync.Mutex
	maps    map[unsafe.Pointer]*simMap
	packets map[unsafe.Pointer][]byte
	// reserved are the records of ring buffers that are still being written.
	reserved map[unsafe.Pointer]*simRecord
	cpu      uint32
	// timers are those in the values of maps, and dynptrs what those stand for, by their addresses.
	timers  map[unsafe.Pointer]*simTimer
	dynptrs map[unsafe.Pointer]*simDynptr
	// elapsed are the nanoseconds that Elapse let pass.
	elapsed uint64
	// trace are the lines of Printk.
	trace []string
	// written is what SeqPrintf wrote, by file.
	written map[unsafe.Pointer]string
	// logs are those of Info and its like.
	logs []Log
}{}

// Reset empties all maps and forgets all packets, as a test wants it at its beginning.
func Reset() {
	kernel.Lock()
	defer kernel.Unlock()
	kernel.maps = map[unsafe.Pointer]*simMap{}
	kernel.packets = map[unsafe.Pointer][]byte{}
	kernel.reserved = map[unsafe.Pointer]*simRecord{}
	kernel.timers = map[unsafe.Pointer]*simTimer{}
	kernel.dynptrs = map[unsafe.Pointer]*simDynptr{}
	kernel.elapsed = 0
	kernel.cpu = 0
	kernel.trace = nil
	kernel.written = map[unsafe.Pointer]string{}
	kernel.logs = nil
	resetFakes()
}

func init() { Reset() }

// OnCPU makes programs run on another of the simulator's four CPUs.
func OnCPU(cpu uint32) {
	if cpu >= simCPUs {
		panic(fmt.Sprintf("bpf: the simulator has %d CPUs, and none of the number %d", simCPUs, cpu))
	}
	kernel.Lock()
	defer kernel.Unlock()
	kernel.cpu = cpu
}

// simulate makes a map when it is first used, and lets `fill` put into it what it holds from the start.
func simulate(m unsafe.Pointer, shape shape, fill func(*simMap)) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	if kernel.maps[m] == nil {
		made := &simMap{shape: shape, entries: map[string]*simEntry{}}
		if fill != nil {
			fill(made)
		}
		kernel.maps[m] = made
	}
	return m
}

// theMap returns a map that simulate made; the kernel is locked.
func theMap(m unsafe.Pointer) *simMap {
	found := kernel.maps[m]
	if found == nil {
		panic("bpf: Reset was called while a program ran")
	}
	return found
}

func sizeOf[T any]() int {
	var t T
	return int(unsafe.Sizeof(t))
}

// bytesAt returns the memory at an address.
func bytesAt(p unsafe.Pointer, size int) []byte {
	return unsafe.Slice((*byte)(p), size)
}

// newBytes returns zeroed memory that is aligned for any type.
func newBytes(size int) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(make([]uint64, (size+7)/8+1)))
}

// newEntry makes an entry with zeros.
func (m *simMap) newEntry() *simEntry {
	count := 1
	if m.isPerCPU() {
		count = simCPUs
	}
	entry := &simEntry{}
	for i := 0; i < count; i++ {
		entry.values = append(entry.values, newBytes(m.valSize))
	}
	return entry
}

// here is the index of this CPU's value.
func (m *simMap) here() int {
	if m.isPerCPU() {
		return int(kernel.cpu)
	}
	return 0
}

func (m *simMap) isPerCPU() bool {
	switch m.kind {
	case mapTypePerCPUHash, mapTypePerCPUArray, mapTypeLRUPerCPUHash, mapTypePerCPUCgroupStorage:
		return true
	}
	return false
}

func (m *simMap) isLRU() bool {
	return m.kind == mapTypeLRUHash || m.kind == mapTypeLRUPerCPUHash
}

func (m *simMap) isArray() bool {
	return m.kind == mapTypeArray || m.kind == mapTypePerCPUArray
}
