// Every type of map that Linux 5.10 has, in two packages.
package main

import (
	"unsafe"

	"programs/map-types/net"
)

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
	Inner                                          *bpfMapDef
}

var (
	hash            = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	array           = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	programs        = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	perf_events     = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}
	percpu_hash     = bpfMapDef{Type: 5, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	percpu_array    = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	stacks          = bpfMapDef{Type: 7, KeySize: 4, ValueSize: 127 * 8, MaxEntries: 4}
	cgroups         = bpfMapDef{Type: 8, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	lru_hash        = bpfMapDef{Type: 9, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	lru_percpu_hash = bpfMapDef{Type: 10, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	prefixes        = bpfMapDef{Type: 11, KeySize: 8, ValueSize: 8, MaxEntries: 4, MapFlags: 1}
	array_of_maps   = bpfMapDef{Type: 12, KeySize: 4, ValueSize: 4, MaxEntries: 4, Inner: &bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 4}}
	hash_of_maps    = bpfMapDef{Type: 13, KeySize: 4, ValueSize: 4, MaxEntries: 4, Inner: &bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 4}}
	cgroup_values   = bpfMapDef{Type: 19, KeySize: 8, ValueSize: 8}
	percpu_cgroup   = bpfMapDef{Type: 21, KeySize: 8, ValueSize: 8}
	queue           = bpfMapDef{Type: 22, ValueSize: 8, MaxEntries: 4}
	stack           = bpfMapDef{Type: 23, ValueSize: 8, MaxEntries: 4}
	ring            = bpfMapDef{Type: 27, MaxEntries: 4096}
	inode_values    = bpfMapDef{Type: 28, KeySize: 4, ValueSize: 8, MapFlags: 1}
)

//export use
//go:section xdp
func use(ctx unsafe.Pointer) int32 {
	return net.Verdict()
}

func main() {}
