// Iterators over the elements of maps: they are attached to one, and may write its values.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

type bpfCoreBpfIterMeta struct {
	Seq       *bpfCoreSeqFile
	SessionId uint64
	SeqNum    uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreBpfMap struct {
	Id uint32
}

type bpfCoreSockCommon struct {
	SkcFamily uint16
	SkcNum    uint16
	SkcState  uint8
}

type bpfCoreSock struct {
	Common     bpfCoreSockCommon `core:"__sk_common"`
	SkProtocol uint16
}

// The contexts: struct bpf_iter__* in the kernel's BTF.
type (
	bpfIterBpfMapElem struct {
		Meta  *bpfCoreBpfIterMeta
		Map   *bpfCoreBpfMap
		Key   *uint32
		Value *account
	}
	bpfIterBpfSkStorageMap struct {
		Meta  *bpfCoreBpfIterMeta
		Map   *bpfCoreBpfMap
		Sk    *bpfCoreSock
		Value *uint64
	}
	bpfIterSockmap struct {
		Meta *bpfCoreBpfIterMeta
		Map  *bpfCoreBpfMap
		Key  *uint32
		Sk   *bpfCoreSock
	}
)

type account struct {
	Packets uint64
	Bytes   uint64
}

var (
	accounts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 16, MaxEntries: 8}
	perCpu   = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 16, MaxEntries: 2}
	array    = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 16, MaxEntries: 4}
	storage  = bpfMapDef{Type: 24, KeySize: 4, ValueSize: 8, MapFlags: 1}
	sockets  = bpfMapDef{Type: 15, KeySize: 4, ValueSize: 8, MaxEntries: 4}
)

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64
func bpfSeqWrite(seq *bpfCoreSeqFile, data unsafe.Pointer, length uint32) int64
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64

// printf writes a line; the kernel wants a zero at the end of the format.
func printf(seq *bpfCoreSeqFile, format string, values []uint64) {
	bpfSeqPrintf(seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(values)), uint32(8*len(values)))
}

//export dump_accounts
//go:section iter/bpf_map_elem
func dumpAccounts(ctx *bpfIterBpfMapElem) int32 {
	if ctx.Meta.SeqNum == 0 {
		printf(ctx.Meta.Seq, "accounts\n\x00", nil)
	}
	if ctx.Key == nil || ctx.Value == nil {
		return 0
	}
	values := [...]uint64{uint64(*ctx.Key), ctx.Value.Packets, ctx.Value.Bytes}
	printf(ctx.Meta.Seq, "%u: %llu packets, %llu bytes\n\x00", values[:])
	// Values may be written.
	ctx.Value.Packets = 0
	return 0
}

// A record of bytes for each element: its key and the sum of what each CPU has.
//
//export dump_per_cpu
//go:section iter/bpf_map_elem
func dumpPerCpu(ctx *struct {
	Meta  *bpfCoreBpfIterMeta
	Map   *bpfCoreBpfMap
	Key   *uint32
	Value *[2]account
}) int32 {
	key, values := ctx.Key, ctx.Value
	if key == nil || values == nil {
		return 0
	}
	var record struct {
		Key, Cpus uint32
		Sum       account
	}
	record.Key = *key
	for i := range values {
		record.Cpus++
		record.Sum.Packets += values[i].Packets
		record.Sum.Bytes += values[i].Bytes
	}
	bpfSeqWrite(ctx.Meta.Seq, unsafe.Pointer(&record), uint32(unsafe.Sizeof(record)))
	return 0
}

// Copies elements into another map.
//
//export copy_accounts
//go:section iter/bpf_map_elem
func copyAccounts(ctx *bpfIterBpfMapElem) int32 {
	key, value := ctx.Key, ctx.Value
	if key == nil {
		return 0
	}
	if value == nil {
		return 0
	}
	index := *key
	sum := *value
	bpfMapUpdateElem(unsafe.Pointer(&array), unsafe.Pointer(&index), unsafe.Pointer(&sum), 0)
	return 0
}

//export dump_storage
//go:section iter/bpf_sk_storage_map
func dumpStorage(ctx *bpfIterBpfSkStorageMap) int32 {
	sk, value := ctx.Sk, ctx.Value
	if sk == nil || value == nil {
		return 0
	}
	values := [...]uint64{uint64(sk.Common.SkcFamily), uint64(sk.SkProtocol), *value}
	printf(ctx.Meta.Seq, "family %u, protocol %u: %llu\n\x00", values[:])
	return 0
}

//export dump_sockets
//go:section iter/sockmap
func dumpSockets(ctx *bpfIterSockmap) int32 {
	if ctx.Key == nil {
		return 0
	}
	state := uint64(0)
	if sk := ctx.Sk; sk != nil {
		state = uint64(sk.Common.SkcState)
	}
	values := [...]uint64{uint64(*ctx.Key), state}
	printf(ctx.Meta.Seq, "%u: state %u\n\x00", values[:])
	return 0
}

func main() {}
