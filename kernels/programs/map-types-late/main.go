// The types of maps that came with Linux 5.11 to 6.9.
package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
	MapExtra                                       uint64
}

var (
	task_values   = bpfMapDef{Type: 29, KeySize: 4, ValueSize: 8, MapFlags: 1}
	bloom         = bpfMapDef{Type: 30, ValueSize: 8, MaxEntries: 100, MapExtra: 3}
	user_ring     = bpfMapDef{Type: 31, MaxEntries: 4096}
	cgroup_values = bpfMapDef{Type: 32, KeySize: 4, ValueSize: 8, MapFlags: 1}
	arena         = bpfMapDef{Type: 33, MaxEntries: 4, MapFlags: 1 << 10}
)

//export use
//go:section xdp
func use(ctx unsafe.Pointer) int32 {
	return 2
}

func main() {}
