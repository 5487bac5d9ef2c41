package main

import (
	"testing"

	"github.com/tinybpf/bpf"
)

func TestThreads(t *testing.T) {
	bpf.Reset()
	meta := &bpfCoreBpfIterMeta{Seq: &bpfCoreSeqFile{}}
	for pid := range int32(2) {
		task := &bpfCoreTaskStruct{Pid: 7 + pid, Tgid: 7}
		copy(task.Comm[:], "sh")
		showThreads(&iterTask{Meta: meta, Task: task})
	}
	showThreads(&iterTask{Meta: meta})
	if text := bpf.Written(meta.Seq); text != "7 7 sh\n7 8 sh\n" {
		t.Errorf("wrote %q", text)
	}
	process := int32(7)
	if count := *threads.Lookup(&process); count != 2 {
		t.Errorf("%d threads are counted", count)
	}
}
