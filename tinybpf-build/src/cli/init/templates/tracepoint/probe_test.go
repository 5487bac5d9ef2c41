package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestExec(t *testing.T) {
	bpf.Reset()
	bpf.Fake.GetCurrentUidGid = func() uint64 { return 1000 }
	for pid := range int32(2) {
		ctx := bpf.Tracepoint[execFields]{Fields: execFields{PID: 7 + pid}}
		traceExec(&ctx)
	}
	user := uint32(1000)
	if count := *starts.Lookup(&user); count != 2 {
		t.Errorf("%d starts are counted", count)
	}
	records := events.Records()
	if len(records) != 2 || records[1].PID != 8 || records[1].UID != 1000 {
		t.Errorf("reported %v", records)
	}
}
