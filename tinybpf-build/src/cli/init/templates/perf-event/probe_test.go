package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestSample(t *testing.T) {
	bpf.Reset()
	process := uint64(0)
	bpf.Fake.GetCurrentPidTgid = func() uint64 { return process }
	sample(&perfEventData{})
	var comm Comm
	bpf.GetCurrentComm(&comm)
	if samples.Lookup(&comm) != nil {
		t.Error("an idle CPU is counted")
	}
	process = 7 << 32
	sample(&perfEventData{})
	sample(&perfEventData{})
	if count := samples.Lookup(&comm); count == nil || *count != 2 {
		t.Error("the samples are not counted")
	}
}
