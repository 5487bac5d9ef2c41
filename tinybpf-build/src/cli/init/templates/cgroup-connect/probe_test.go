package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestConnect(t *testing.T) {
	bpf.Reset()
	bpf.Fake.GetCurrentPidTgid = func() uint64 { return 7 << 32 }
	address := [4]byte{192, 0, 2, 66}
	denied.Update(&address, new(uint64), bpf.Any)
	ctx := &bpf.SockAddr{UserIP4: bpf.ToBe32(0xc0000242), UserPort: uint32(bpf.ToBe16(443))}
	if got := connect4(ctx); got != bpf.CgroupDeny {
		t.Errorf("what is denied: %d", got)
	}
	ctx.UserIP4 = bpf.ToBe32(0xc0000243)
	if got := connect4(ctx); got != bpf.CgroupAllow {
		t.Errorf("another address: %d", got)
	}
	if denials := *denied.Lookup(&address); denials != 1 {
		t.Errorf("%d denials are counted", denials)
	}
	if logs := bpf.Logs(); len(logs) != 1 || logs[0].Text != "denied 192.0.2.66, port 443, to process 7" {
		t.Errorf("logged %v", logs)
	}
}
