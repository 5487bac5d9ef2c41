// Package task is the goroutine side of the runtime. BPF has no goroutines, so
// nothing here has a body: what reaches it is reported.
package task

import "unsafe"

// What a `go` statement compiles to. Under TinyGo's own name for it, TinyGo would
// stop at the first `go` statement, before tinybpf-core can report everything.
//
//go:linkname start runtime.startGoroutine
func start(fn uintptr, args unsafe.Pointer, stackSize uintptr)

func getGoroutineStackSize(fn uintptr) uintptr

// What TinyGo's package sync is made of.

type Task struct {
	Next *Task
	Data uint64
}

func Current() *Task
func Pause()

type Stack struct{ top *Task }

func (*Stack) Push(t *Task)
func (*Stack) Pop() *Task

type Uint32 struct{ v uint32 }

func (*Uint32) Add(delta uint32) uint32
func (*Uint32) Load() uint32
func (*Uint32) Store(value uint32)
func (*Uint32) Swap(value uint32) uint32
func (*Uint32) CompareAndSwap(old, new uint32) bool

type Futex struct{ Uint32 }

func (*Futex) Wait(cmp uint32) bool
func (*Futex) Wake()
func (*Futex) WakeAll()

type Mutex struct{ locked bool }

func (*Mutex) Lock()
func (*Mutex) Unlock()
func (*Mutex) TryLock() bool

type PMutex struct{}

func (*PMutex) Lock()
func (*PMutex) Unlock()
