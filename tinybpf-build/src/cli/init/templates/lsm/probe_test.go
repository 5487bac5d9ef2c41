package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestFileOpen(t *testing.T) {
	bpf.Reset()
	file := func(inode uint64) *bpfCoreFile {
		return &bpfCoreFile{FInode: &bpfCoreInode{IIno: inode, ISb: &bpfCoreSuperBlock{SDev: 3}}}
	}
	closed.Update(&FileID{Inode: 7, Device: 3}, new(uint64), bpf.Any)
	for _, c := range []struct {
		name string
		args fileOpenArgs
		want int32
	}{
		{"closed", fileOpenArgs{File: file(7)}, bpf.EPERM},
		{"another", fileOpenArgs{File: file(8)}, 0},
		{"denied by another program", fileOpenArgs{File: file(8), Answer: -13}, -13},
	} {
		if got := fileOpen(&c.args); got != c.want {
			t.Errorf("%s: %d instead of %d", c.name, got, c.want)
		}
	}
	if denials := *closed.Lookup(&FileID{Inode: 7, Device: 3}); denials != 1 {
		t.Errorf("%d denials are counted", denials)
	}
	if logs := bpf.Logs(); len(logs) != 1 {
		t.Errorf("logged %v", logs)
	}
}
