package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestCount(t *testing.T) {
	bpf.Reset()
	for _, number := range []uint64{39, 39, 511, 100_000} {
		ctx := bpf.RawTracepointArgs{Args: [12]uint64{1: number}}
		countSyscalls(&ctx)
	}
	for number, want := range map[uint32]uint64{38: 0, 39: 2, 511: 2} {
		if got := *calls.Lookup(number); got != want {
			t.Errorf("system call %d: %d instead of %d", number, got, want)
		}
	}
}
