package main

import "unsafe"

type bpfMapDef struct {
	Type, KeySize, ValueSize, MaxEntries, MapFlags uint32
	MapExtra                                       uint64
	NumaNode                                       uint32
	Inner                                          *bpfMapDef
	Maps                                           []*bpfMapDef
	Programs                                       []func(unsafe.Pointer) int32
}

var small = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1}
var large = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 1}
var unlike = bpfMapDef{Type: 12, KeySize: 4, ValueSize: 4, MaxEntries: 2, Maps: []*bpfMapDef{&small, &large}} // ERROR: holds `large`, whose ValueSize
var many = bpfMapDef{Type: 12, KeySize: 4, ValueSize: 4, MaxEntries: 1, Maps: []*bpfMapDef{&small, &small}} // ERROR: holds 2 from the start
var hash = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 1, Inner: &small} // ERROR: cannot hold maps
var nested = bpfMapDef{Type: 12, KeySize: 4, ValueSize: 4, MaxEntries: 1, Inner: &many} // ERROR: BPF_MAP_TYPE_ARRAY_OF_MAPS
var plain = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 1, Programs: []func(unsafe.Pointer) int32{helper}} // ERROR: main.helper`, which has no section
var extra = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 1, MapExtra: 3} // ERROR: MapExtra
var node = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 1, NumaNode: 1} // ERROR: BPF_F_NUMA_NODE
var percpu = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 4, MaxEntries: 1, MapFlags: 1 << 10} // ERROR: cannot have the flag BPF_F_MMAPABLE
var unknown = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 4, MaxEntries: 1, MapFlags: 1 << 30} // ERROR: no flag of linux/bpf.h

func bpfMapDeleteElem(m, key unsafe.Pointer) int64

func helper(unsafe.Pointer) int32 { return 0 }

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	var key uint64
	k := unsafe.Pointer(&key)
	for _, m := range [...]unsafe.Pointer{unsafe.Pointer(&unlike), unsafe.Pointer(&many), unsafe.Pointer(&hash), unsafe.Pointer(&nested), unsafe.Pointer(&plain), unsafe.Pointer(&extra), unsafe.Pointer(&node), unsafe.Pointer(&percpu), unsafe.Pointer(&unknown)} {
		bpfMapDeleteElem(m, k)
	}
	return 0
}

func main() {}
