package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestOpen(t *testing.T) {
	bpf.Reset()
	now := uint64(1_000_000)
	bpf.Fake.KtimeGetNs = func() uint64 { return now }
	args := &openArgs{Result: 3}
	// Its beginning was not seen.
	openEnds(args)
	openBegins(args)
	now += 5_000
	openEnds(args)
	openBegins(args)
	now += 20_000_000
	openEnds(args)
	for bar, want := range map[uint32]uint64{0: 0, 3: 1, 15: 1} {
		if got := *histogram.Lookup(bar); got != want {
			t.Errorf("bar %d: %d instead of %d", bar, got, want)
		}
	}
	if logs := bpf.Logs(); len(logs) != 1 {
		t.Errorf("logged %v", logs)
	}
}
