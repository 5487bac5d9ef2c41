package main

import "unsafe"

func bpfRedirectMap(m unsafe.Pointer, key uint64, flags uint64) int64
func bpfSkbStoreBytes(skb unsafe.Pointer, offset uint32, from unsafe.Pointer, size uint32, flags uint64) int64
func bpfGetCurrentPidTgid() uint64
func bpfBind(ctx, addr unsafe.Pointer, size int32) int64
func bpfSeqWrite(m, data unsafe.Pointer, size uint32) int64
func bpfSetRetval(value int32) int64
func bpfLoop(rounds uint32, fn func(uint32, unsafe.Pointer) int64, ctx unsafe.Pointer, flags uint64) int64
func bpfOverrideReturn(regs unsafe.Pointer, rc uint64) int64

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var devices = bpfMapDef{Type: 14, KeySize: 4, ValueSize: 4, MaxEntries: 8}

//export on_open
//go:section kprobe/vfs_open
func onOpen(ctx unsafe.Pointer) int32 {
	return int32(bpfRedirectMap(unsafe.Pointer(&devices), 0, 0)) // ERROR: `bpfRedirectMap` is no helper of programs in section `kprobe`
}

// The same is right in the program that it is for.
//
//export on_packet
//go:section xdp
func onPacket(ctx unsafe.Pointer) int32 {
	return int32(bpfRedirectMap(unsafe.Pointer(&devices), 0, 0))
}

//export filter
//go:section socket
func filter(skb unsafe.Pointer) int32 {
	return rewrite(skb)
}

//export shape
//go:section tc
func shape(skb unsafe.Pointer) int32 {
	return rewrite(skb)
}

// Its callers have different rights.
//
//go:noinline
func rewrite(skb unsafe.Pointer) int32 {
	ttl := uint8(64)
	return int32(bpfSkbStoreBytes(skb, 22, unsafe.Pointer(&ttl), 1, 0)) // ERROR: `bpfSkbStoreBytes` is no helper of programs in section `socket`
}

//export route
//go:section cgroup/sendmsg4
func route(ctx unsafe.Pointer) int32 {
	var address [16]byte
	bpfBind(ctx, unsafe.Pointer(&address), 16) // ERROR: `bpfBind` is no helper of programs in section `cgroup/sendmsg4`
	return 1
}

//export enter
//go:section fentry/vfs_open
func enter(ctx unsafe.Pointer) int32 {
	var value uint64
	bpfSeqWrite(ctx, unsafe.Pointer(&value), 8) // ERROR: `bpfSeqWrite` is no helper of programs in section `fentry`
	return 0
}

//export decide
//go:section lsm/file_open
func decide(ctx unsafe.Pointer) int32 {
	bpfSetRetval(-1) // ERROR: `bpfSetRetval` is no helper of programs in section `lsm`
	return 0
}

//export count
//go:section xdp
func count(ctx unsafe.Pointer) int32 {
	bpfLoop(4, round, nil, 0)
	return 2
}

// Called back.
func round(i uint32, ctx unsafe.Pointer) int64 {
	if i == 2 {
		bpfOverrideReturn(ctx, 0) // ERROR: `bpfOverrideReturn` is no helper of programs in section `xdp`
	}
	return 0
}

func main() {}
