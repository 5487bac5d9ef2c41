// RECORDED
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var names = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfStrncmp(s1 unsafe.Pointer, s1Sz uint32, s2 unsafe.Pointer) int64
func bpfGetCurrentComm(name unsafe.Pointer, size uint32) int64

//export prog
//go:section tracepoint/syscalls/sys_enter_openat
func prog(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	name := bpfMapLookupElem(unsafe.Pointer(&names), unsafe.Pointer(&key))
	if name == nil {
		return 0
	}
	var comm [16]byte
	bpfGetCurrentComm(unsafe.Pointer(&comm), 16)
	return int32(bpfStrncmp(unsafe.Pointer(&comm), 16, name)) // REFUSED: constant-string
}

func main() {}
