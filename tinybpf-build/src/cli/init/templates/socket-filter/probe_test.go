package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestFilter(t *testing.T) {
	bpf.Reset()
	dropped = 0
	word := Word{'P', 'I', 'N', 'G'}
	words.Update(&word, new(uint64), bpf.Any)
	for _, c := range []struct {
		payload string
		want    int32
	}{
		{"PING 1", 14},
		{"PONG 1", 0},
		{"PI", 0},
	} {
		datagram := append(make([]byte, headerLen), c.payload...)
		if got := filter(bpf.NewSkBuff(datagram)); got != c.want {
			t.Errorf("%s: %d bytes instead of %d", c.payload, got, c.want)
		}
	}
	if count := *words.Lookup(&word); count != 1 || dropped != 2 {
		t.Errorf("%d let through, %d dropped", count, dropped)
	}
}
