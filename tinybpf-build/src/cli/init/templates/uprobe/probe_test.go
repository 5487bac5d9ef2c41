package main

import (
	"testing"
	"unsafe"

	"github.com/tinybpf/bpf"
)

func TestLookup(t *testing.T) {
	bpf.Reset()
	var name Name
	copy(name[:], "example.com")
	ctx := &bpf.PtRegs{Args: []uint64{uint64(uintptr(unsafe.Pointer(&name)))}}
	traceLookup(ctx)
	traceLookup(ctx)
	if count := *names.Lookup(&name); count != 2 {
		t.Errorf("%d lookups are counted", count)
	}
	if records := events.Records(); len(records) != 2 || records[0].Name != name {
		t.Errorf("reported %v", records)
	}
}
