//go:build !tinygo

package bpf

import "unsafe"

// Fakes are what helpers do in tests, where there is no kernel to ask. Those that are nil do what their comments say.
type Fakes struct {
	HelperFakes
	// CurrentTaskUnderCgroup says whether the current task is in a control group of a CgroupArray; in none if nil.
	CurrentTaskUnderCgroup func(index uint32) bool
	// SkbUnderCgroup says whether the socket of a packet is in a control group of a CgroupArray; in none if nil.
	SkbUnderCgroup func(index uint32) bool
	// GetStackID returns the number of a stack; there are none if nil.
	GetStackID func() int64
	// FindVma returns the mapping of a task's memory that holds an address; there are none if nil.
	FindVma func(task unsafe.Pointer, address uint64) unsafe.Pointer
}

// Fake is what helpers do. Reset sets it back.
var Fake Fakes

func resetFakes() { Fake = Fakes{} }
