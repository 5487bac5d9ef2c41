// Questions about the made-up kernels of the package `relocation` that aya 0.14 has no answer to.
package main

import "unsafe"

type bpfCoreMadeUpThing___some struct {
	First uint32
	Extra uint32
}

type bpfCoreMadeUpRare struct {
	Field uint32
}

var found struct {
	Large, Matches, MatchesRare, Kind uint64
}

func bpfCoreTypeMatches(t unsafe.Pointer) bool
func bpfCoreEnumValue(enum, enumerator string) uint64

//export relocated
//go:section xdp
func relocated(ctx unsafe.Pointer) int32 {
	// An enum of 64 bits, which aya takes for another kind of type.
	found.Large = bpfCoreEnumValue("made_up_large", "MADE_UP_LARGE")
	var some bpfCoreMadeUpThing___some
	if bpfCoreTypeMatches(unsafe.Pointer(&some)) {
		found.Matches = 1
	}
	var rare bpfCoreMadeUpRare
	if bpfCoreTypeMatches(unsafe.Pointer(&rare)) {
		found.MatchesRare = 1
	}
	found.Kind = bpfCoreEnumValue("enum made_up_kind___flavour", "MADE_UP_OTHER")
	return 2
}

func main() {}
