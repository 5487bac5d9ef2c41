//go:build !tinygo

package bpf

import (
	"slices"
	"unsafe"
)

const (
	// maxLoops is BPF_MAX_LOOPS in linux/bpf_verifier.h.
	maxLoops = 8 << 20
	// maxSamples is BPF_MAX_USER_RINGBUF_SAMPLES in kernel/bpf/ringbuf.c.
	maxSamples = 128 << 10
)

func loop[T any](n uint32, body func(index uint32, state *T) Next, state *T) int64 {
	if n > maxLoops {
		return E2BIG
	}
	for i := uint32(0); i < n; i++ {
		if body(i, state) != Continue {
			return int64(i) + 1
		}
	}
	return int64(n)
}

// forEach goes through hash tables in the order of their keys' bytes; the kernel has one of its own.
func forEach[M Walkable[K, V], K, V, T any](m M, body func(m M, key *K, value *V, state *T) Next, state *T) int64 {
	visited := int64(0)
	for _, key := range keysOf(m.at()) {
		value := valueOf(m.at(), key)
		if value == nil {
			continue
		}
		visited++
		var copied K
		copy(bytesAt(unsafe.Pointer(&copied), len(key)), key)
		if body(m, &copied, (*V)(value), state) != Continue {
			break
		}
	}
	return visited
}

// keysOf returns the keys that a map has now.
func keysOf(m unsafe.Pointer) []string {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	var keys []string
	if sim.isArray() {
		for index := uint32(0); index < sim.maxEntries; index++ {
			keys = append(keys, string(bytesAt(unsafe.Pointer(&index), sim.keySize)))
		}
		return keys
	}
	for key := range sim.entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// valueOf returns the value of a key on this CPU, without counting that as a use; nil when it was deleted.
func valueOf(m unsafe.Pointer, key string) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if sim.isArray() {
		return sim.lookup([]byte(key), sim.here())
	}
	if entry := sim.entries[key]; entry != nil {
		return entry.values[sim.here()]
	}
	return nil
}

func findVma[Task, Vma, T any](task *Task, address uint64, found func(task *Task, vma *Vma, state *T) Next, state *T) int64 {
	if Fake.FindVma == nil {
		return ENOENT
	}
	vma := Fake.FindVma(unsafe.Pointer(task), address)
	if vma == nil {
		return ENOENT
	}
	found(task, (*Vma)(vma), state)
	return 0
}

func drain[R, T any](m *UserRingBuf[R], body func(record *Record[R], state *T) Next, state *T, flags WakeupFlags) int64 {
	if flags&^(NoWakeup|ForceWakeup) != 0 {
		return EINVAL
	}
	taken := int64(0)
	for taken < maxSamples {
		data := nextSample(m.at())
		if data == nil {
			break
		}
		taken++
		var record Record[R]
		setDynptr(unsafe.Pointer(&record), &simDynptr{data: data})
		next := body(&record, state)
		setDynptr(unsafe.Pointer(&record), nil)
		if next != Continue {
			break
		}
	}
	return taken
}

func nextSample(m unsafe.Pointer) []byte {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if len(sim.queue) == 0 {
		return nil
	}
	next := sim.queue[0]
	sim.queue = sim.queue[1:]
	return next
}

// Write writes a record, as user space does. Only tests have it.
func (m *UserRingBuf[T]) Write(record T) {
	address := m.at()
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(address)
	sim.queue = append(sim.queue, append([]byte(nil), bytesAt(unsafe.Pointer(&record), sizeOf[T]())...))
}
