package main

import "unsafe"

// What is in no section that there is, is no less checked for what no program can do, and for nothing that depends on the section.

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type xdpMd struct{ Data, DataEnd, DataMeta, Ingress, Queue, Egress uint32 }

type file struct{ flags, mode uint64 }

var counts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 256}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfXdpAdjustHead(ctx unsafe.Pointer, delta int32) int64
func bpfKtimeGetNanos() uint64
func bpfRedirectMap(m unsafe.Pointer, key, flags uint64) int64

func count(protocol uint8) {
	key := uint32(protocol)
	if value := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&key))); value != nil {
		*value++
	}
}

//export filter
//go:section xpd
func filter(ctx *xdpMd) int32 { // ERROR: unknown section "xpd"; did you mean "xdp"
	data := unsafe.Slice((*byte)(unsafe.Pointer(uintptr(ctx.Data))), int(ctx.DataEnd-ctx.Data))
	if len(data) < 34 {
		return 2
	}
	if bpfXdpAdjustHead(unsafe.Pointer(ctx), 14) != 0 {
		return 0
	}
	count(data[23])
	started := bpfKtimeGetNanos() // ERROR: the kernel has no helper `bpfKtimeGetNanos`
	if started == 0 {
		return int32(bpfRedirectMap(unsafe.Pointer(&counts), 0, 0)) // ERROR: does not take map `counts`
	}
	return 2
}

//export opened
//go:section fentyr/vfs_open
func opened(ctx *[2]uint64) int32 { // ERROR: unknown section "fentyr/vfs_open"
	opened := (*file)(unsafe.Pointer(uintptr(ctx[0])))
	if opened.flags&1 != 0 {
		count(uint8(opened.mode))
	}
	key := uint32(opened.mode)
	bpfMapDeleteElem(unsafe.Pointer(&counts), unsafe.Pointer(&key))
	table := []uint64{1, 2}
	return int32(len(append(table, opened.mode))) // ERROR: `append` cannot be used
}

func main() {}
