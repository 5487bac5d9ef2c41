package main

import (
	"testing"
	"unsafe"

	"github.com/tinybpf/bpf"
)

func TestOpen(t *testing.T) {
	bpf.Reset()
	bpf.Fake.GetCurrentPidTgid = func() uint64 { return 7 << 32 }
	path := []byte("/etc/hosts\x00")
	ctx := &bpf.PtRegs{Args: []uint64{0, uint64(uintptr(unsafe.Pointer(&path[0])))}}
	traceOpen(ctx)
	onlyPID = 8
	traceOpen(ctx)
	onlyPID = 0
	pid := uint32(7)
	if count := *opens.Lookup(&pid); count != 1 {
		t.Errorf("%d opens are counted", count)
	}
	records := events.Records()
	if len(records) != 1 || string(records[0].Path[:11]) != string(path) {
		t.Errorf("reported %v", records)
	}
}
