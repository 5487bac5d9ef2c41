package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, MaxEntries uint32
	Value                     [0]record
}

type names []string

type record struct {
	Pid   uint32
	Event event
}

type event struct {
	Name   string
	Args   names
	Err    error
	Any    any
	Run    func(int) int
	Done   chan int
	Counts map[uint32]uint64
	// A pointer is a number to user space.
	Next *event
}

var events = bpfMapDef{Type: 2, KeySize: 4, MaxEntries: 1} // ERROR: map `events`: `Event.Name` of its values is a string // ERROR: map `events`: `Event.Args` of its values is a slice // ERROR: map `events`: `Event.Err` of its values is an interface // ERROR: map `events`: `Event.Any` of its values is an interface // ERROR: map `events`: `Event.Run` of its values is a function // ERROR: map `events`: `Event.Done` of its values is a channel // ERROR: map `events`: `Event.Counts` of its values is a map of Go

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	var key uint32
	if bpfMapLookupElem(unsafe.Pointer(&events), unsafe.Pointer(&key)) != nil {
		return 1
	}
	return 2
}

func main() {}
