//go:build tinygo

package bpf

import "unsafe"

func bpfLoop(n uint32, body func(), state unsafe.Pointer, flags uint64) int64
func bpfForEachMapElem(m unsafe.Pointer, body func(), state unsafe.Pointer, flags uint64) int64
func bpfFindVma(task unsafe.Pointer, address uint64, found func(), state unsafe.Pointer, flags uint64) int64
func bpfUserRingbufDrain(m unsafe.Pointer, body func(), state unsafe.Pointer, flags uint64) int64
func bpfTimerSetCallback(timer unsafe.Pointer, expired func()) int64

// untyped makes a helper take functions of all types: the compiler reads from the function itself how the kernel is to call it.
func untyped[F any](f F) func() { return *(*func())(unsafe.Pointer(&f)) }

func loop[T any](n uint32, body func(index uint32, state *T) Next, state *T) int64 {
	return bpfLoop(n, untyped(body), unsafe.Pointer(state), 0)
}

func forEach[M Walkable[K, V], K, V, T any](m M, body func(m M, key *K, value *V, state *T) Next, state *T) int64 {
	return bpfForEachMapElem(m.at(), untyped(body), unsafe.Pointer(state), 0)
}

func findVma[Task, Vma, T any](task *Task, address uint64, found func(task *Task, vma *Vma, state *T) Next, state *T) int64 {
	return bpfFindVma(unsafe.Pointer(task), address, untyped(found), unsafe.Pointer(state), 0)
}

func drain[R, T any](m *UserRingBuf[R], body func(record *Record[R], state *T) Next, state *T, flags WakeupFlags) int64 {
	return bpfUserRingbufDrain(m.at(), untyped(body), unsafe.Pointer(state), uint64(flags))
}

func setCallback[M, K, V any](timer *Timer, m *M, expired func(m *M, key *K, value *V)) int64 {
	return bpfTimerSetCallback(unsafe.Pointer(timer), untyped(expired))
}
