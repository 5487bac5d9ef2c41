package bpf

import "unsafe"

// Functions that the kernel calls back are top-level functions, or func literals that capture nothing: what they share with their caller
// is in the state, whose address they are given; nil where there is none.

// Next is what a function returns that is called for one thing after the other.
type Next int32

const (
	// Continue goes on with the next one, if there is one.
	Continue Next = 0
	// Break lets this one be the last.
	Break Next = 1
)

// Loop calls a function with the numbers from 0 to n-1, until it returns Break. The kernel verifies its body once, however large n is, up
// to 8388608. It returns how often it called, or an error (since Linux 5.17).
func Loop[T any](n uint32, body func(index uint32, state *T) Next, state *T) int64 {
	return loop(n, body, state)
}

// Walkable is a map whose entries ForEach goes through: hash tables and arrays, also those for each CPU.
type Walkable[K, V any] interface {
	at() unsafe.Pointer
	// holds has the types of what is in the map.
	holds(*K, *V)
}

func (m *HashMap[K, V]) holds(*K, *V)       {}
func (m *PerCPUHash[K, V]) holds(*K, *V)    {}
func (m *LRUHash[K, V]) holds(*K, *V)       {}
func (m *LRUPerCPUHash[K, V]) holds(*K, *V) {}
func (m *Array[V]) holds(*uint32, *V)       {}
func (m *PerCPUArray[V]) holds(*uint32, *V) {}

// ForEach calls a function with each entry of a map, until it returns Break; of what is there for each CPU, with the value on this one. The
// value is in the map itself, and the function may delete its entry. It returns how often it called (since Linux 5.13).
func ForEach[M Walkable[K, V], K, V, T any](m M, body func(m M, key *K, value *V, state *T) Next, state *T) int64 {
	return forEach(m, body, state)
}

// FindVma calls a function with the mapping of a task's memory that holds an address. The task is one that the verifier knows, such as
// GetCurrentTaskBtf returns; the function gets it and a `vm_area_struct`. It returns 0 or an error: ENOENT when there is no mapping, EBUSY
// when others are changing them (since Linux 5.17).
func FindVma[Task, Vma, T any](task *Task, address uint64, found func(task *Task, vma *Vma, state *T) Next, state *T) int64 {
	return findVma(task, address, found, state)
}

// Record is what user space has written into a UserRingBuf.
type Record[T any] struct{ _ [2]uint64 }

// Read copies a record. It returns 0, or E2BIG when user space wrote fewer bytes.
func (r *Record[T]) Read(to *T) int64 {
	return bpfDynptrRead(unsafe.Pointer(to), uint64(unsafe.Sizeof(*to)), unsafe.Pointer(r), 0, 0)
}

// Data returns a record in the ring buffer itself, or nil when user space wrote fewer bytes.
func (r *Record[T]) Data() *T {
	var record T
	return (*T)(bpfDynptrData(unsafe.Pointer(r), 0, uint64(unsafe.Sizeof(record))))
}

// Drain calls a function with each record that user space has written, in their order, until it returns Break. It returns how many it took,
// or an error: EBUSY when another program is draining (since Linux 6.1).
func Drain[R, T any](m *UserRingBuf[R], body func(record *Record[R], state *T) Next, state *T, flags WakeupFlags) int64 {
	return drain(m, body, state, flags)
}
